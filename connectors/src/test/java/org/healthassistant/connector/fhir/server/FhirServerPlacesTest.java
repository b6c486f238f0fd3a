package org.healthassistant.connector.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.healthassistant.connector.fhir.server.ScriptedFhir.page;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.healthassistant.connector.fhir.server.FhirServerException.Kind;
import org.healthassistant.connector.record.RecordPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FhirServerPlacesTest {

  @RegisterExtension
  final ScriptedFhir fhir = new ScriptedFhir();

  @Test
  void waitingForAPlaceOfOursIsNoSilenceOfTheServer() throws InterruptedException {
    FhirServer server = fhir.open();
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch taken = new CountDownLatch(FhirServer.AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < FhirServer.AT_ONCE; i++) {
        threads.execute(() -> server.ask(
            (http, token) -> {
              taken.countDown();
              try {
                held.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return http.get(server.url("/Patient/pat"), "*/*", token, later());
            },
            later()));
      }
      taken.await();
      FhirServerException crowded = catchThrowableOfType(
          FhirServerException.class,
          () -> server.get(server.url("/Patient/pat"), Deadline.in(Duration.ofMillis(20))));
      held.countDown();
      assertThat(crowded.kind()).isEqualTo(Kind.CROWDED);
      assertThat(crowded.kind().concernsServer()).isFalse();
    }
  }

  @Test
  void readsAPageWhoseDocumentsHoldMoreThanAPageMay() {
    String content = "QUJD".repeat(20_000);
    fhir.answer("/DocumentReference", page("""
        {"resourceType": "DocumentReference", "id": "d", "status": "current",
         "subject": {"reference": "Patient/pat"}, "type": {"text": "Visit note"},
         "content": [{"attachment": {"contentType": "application/pdf", "data": "%s"}}]}""".formatted(content)));
    ServerReading reading = fhir.open(Optional.empty(), 40_000).read("pat", ReadState.NONE);
    assertThat(reading.failures()).isEmpty();
    assertThat(reading.onto(null).incomplete()).doesNotContain(RecordPart.DOCUMENTS);
    assertThat(reading.onto(null).entries())
        .extracting(entry -> entry.source())
        .contains("DocumentReference/d");
  }

  private static Deadline later() {
    return Deadline.in(Duration.ofMinutes(1));
  }
}
