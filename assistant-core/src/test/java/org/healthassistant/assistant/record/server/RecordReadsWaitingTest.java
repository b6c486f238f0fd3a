package org.healthassistant.assistant.record.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.testing.TestRooms;
import org.healthassistant.connector.fhir.server.FhirServer;
import org.healthassistant.connector.fhir.server.FhirServerSettings;
import org.healthassistant.connector.fhir.server.ReadState;
import org.healthassistant.connector.record.PatientRecord;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecordReadsWaitingTest {

  private final TestRooms rooms =
      TestRooms.with("store", "patient", "audit", "record").sharedOn(TestDatabase.H2);
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch busy = new CountDownLatch(RecordReads.MOST_AT_ONCE);
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  @Test
  void letsOnlySoManyWaitAndTheOldestGo() throws InterruptedException {
    RecordReads reads = reads();
    for (int i = 0; i < RecordReads.MOST_AT_ONCE; i++) {
      reads.need("busy-" + i);
    }
    busy.await();
    for (int i = 0; i <= RecordReads.MOST_WAITING; i++) {
      reads.need("waiting-" + i);
    }
    assertThat(reads.waiting()).isEqualTo(RecordReads.MOST_WAITING);
    held.countDown();
    for (int i = 1; i <= RecordReads.MOST_WAITING; i++) {
      reads.await("waiting-" + i);
    }
    assertThat(asked)
        .doesNotContain("waiting-0")
        .contains("waiting-1", "waiting-" + RecordReads.MOST_WAITING);
  }

  @Test
  void countsWhatCouldNotBeRead() {
    RecordReads reads =
        reads(new ReadStates(rooms.bean(JdbcClient.class), rooms.bean(Transactions.class)));
    MeterRegistry meters = new SimpleMeterRegistry();
    reads.counts().register(meters);
    reads.await(rooms.bean(Subjects.class).ensurePatient("counted").id());
    assertThat(counted(meters, "failed")).isEqualTo(1);
    assertThat(counted(meters, "whole")).isZero();
  }

  private static double counted(MeterRegistry meters, String outcome) {
    return meters
        .get("assistant.record.reads")
        .tag("outcome", outcome)
        .functionCounter()
        .count();
  }

  /// Of a server that nobody asks: every copy is fresh, once it may be looked at.
  private RecordReads reads() {
    return reads(new ReadStates(rooms.bean(JdbcClient.class), rooms.bean(Transactions.class)) {
      @Override
      Optional<Known> find(String subjectId) {
        asked.add(subjectId);
        busy.countDown();
        try {
          held.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return Optional.of(new Known(ReadState.NONE, rooms.now()));
      }
    });
  }

  /// Of a server that is not there.
  private RecordReads reads(ReadStates states) {
    Copies none = new Copies() {
      @Override
      public Optional<PatientRecord> find(String subjectId) {
        return Optional.empty();
      }

      @Override
      public boolean keep(PatientRecord record) {
        return false;
      }
    };
    return new RecordReads(
        new FhirServer(
            new FhirServerSettings(
                URI.create("http://localhost:9/fhir"),
                Optional.empty(),
                Duration.ofSeconds(1),
                100,
                ZoneOffset.UTC),
            rooms::now),
        none,
        states,
        rooms.bean(Subjects.class),
        rooms.bean(Transactions.class),
        rooms.bean(RealClock.class),
        new RecordReads.Patience(Duration.ofMinutes(1), Duration.ofSeconds(20)),
        Optional.empty());
  }
}
