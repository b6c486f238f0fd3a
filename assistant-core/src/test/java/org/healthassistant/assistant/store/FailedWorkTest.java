package org.healthassistant.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.healthassistant.assistant.store.StoreConfiguration.FailedWork;
import org.junit.jupiter.api.Test;

class FailedWorkTest {

  @Test
  void saysWhatWasThrownAndWhereAndNoneOfItsMessages() {
    Throwable failed = catchThrowable(() -> FailedWork.orFailed(() -> {
      throw new IllegalStateException(
          "answer to 'my chest hurts'", new IllegalArgumentException("chest"));
    }));
    StringWriter logged = new StringWriter();
    failed.printStackTrace(new PrintWriter(logged));
    assertThat(logged.toString())
        .contains("java.lang.IllegalStateException <- java.lang.IllegalArgumentException")
        .contains("FailedWorkTest")
        .doesNotContain("hurts");
  }

  @Test
  void leavesTheResultOfWorkThatSucceeds() {
    assertThat(FailedWork.orFailed(() -> "done")).isEqualTo("done");
  }
}
