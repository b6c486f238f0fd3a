package org.healthassistant.assistant.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdBatchesTest {

  @Test
  void namesEveryIdOnceInItsOrder() {
    List<String> ids = IntStream.range(0, 2500).mapToObj(String::valueOf).toList();

    List<List<String>> batches = IdBatches.split(ids);

    assertThat(batches).extracting(List::size).containsExactly(1000, 1000, 500);
    assertThat(batches.stream().flatMap(List::stream)).containsExactlyElementsOf(ids);
  }

  @Test
  void leavesRepeatedIdsOut() {
    assertThat(IdBatches.split(List.of("b", "a", "b"))).containsExactly(List.of("b", "a"));
  }

  @Test
  void asksNothingForNoId() {
    assertThat(IdBatches.split(List.of())).isEmpty();
  }
}
