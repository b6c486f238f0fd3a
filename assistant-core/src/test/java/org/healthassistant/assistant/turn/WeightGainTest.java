package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.desk.EscalationDesk;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.measured.MeasurementImports;
import org.healthassistant.assistant.record.measured.NewReading;
import org.healthassistant.assistant.record.measured.ToldReadings;
import org.healthassistant.assistant.record.spoken.ToldReadingReader;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.turn.reading.Flagged;
import org.healthassistant.assistant.turn.reading.ReadingScreen;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A fast gain of weight, on both databases: with heart failure in the record, and without.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WeightGainTest {

  private static final String WITH_HEART_FAILURE = "robert-hayes";
  private static final String WITHOUT = "tom-becker";

  private final TestService service;

  WeightGainTest(TestDatabase database) {
    service = TestService.on(database);
    close();
  }

  @AfterEach
  void close() {
    for (String patient : new String[] {WITH_HEART_FAILURE, WITHOUT}) {
      service.beans(PersonalData.class).stream()
          .filter(room -> room.tables().contains("measured_page"))
          .forEach(room -> room.erase(subject(patient).id()));
      open(patient)
          .ifPresent(e -> service
              .bean(EscalationDesk.class)
              .resolve(e.id(), "nurse-ana", "advised", null, Optional.empty()));
    }
  }

  private Subject subject(String patient) {
    return service.bean(Subjects.class).ensurePatient(patient);
  }

  private Optional<Escalation> open(String patient) {
    return service.bean(Escalations.class).open(subject(patient).id());
  }

  private void weight(String patient, Duration ago, double kilos) {
    String file = """
        {"records": [{"recordType": "WeightRecord", "time": "%s", "metadata": {"device": {"model": "Scale 3"}},
         "weight": {"inKilograms": %s}}]}\
        """.formatted(service.bean(ClinicalClock.class).instant().minus(ago), kilos);
    try {
      service
          .bean(MeasurementImports.class)
          .take(
              subject(patient).id(),
              new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void fourPoundsInADayOpenAnEscalationAtOnce() {
    weight(WITH_HEART_FAILURE, Duration.ofHours(25), 80.0);
    weight(WITH_HEART_FAILURE, Duration.ofHours(1), 81.9);
    assertThat(open(WITH_HEART_FAILURE))
        .hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.SAME_DAY));
  }

  private Optional<Flagged> flag(String patient, String told) {
    ClinicalClock clock = service.bean(ClinicalClock.class);
    List<NewReading> readings =
        ToldReadingReader.read(told, clock.instant().atZone(clock.zone()).toOffsetDateTime())
            .stream()
            .map(ToldReadings::asNew)
            .toList();
    assertThat(readings).hasSize(1);
    return service.bean(ReadingScreen.class).flag(subject(patient).id(), readings);
  }

  @Test
  void whatIsMuchIsReckonedAgainstTheDayAndTheWeek() {
    weight(WITH_HEART_FAILURE, Duration.ofDays(6), 80.0);
    weight(WITH_HEART_FAILURE, Duration.ofDays(3), 80.9);
    assertThat(flag(WITH_HEART_FAILURE, "I weigh 82.5 kg"))
        .as("5.5 lb in a week")
        .isPresent();
    assertThat(flag(WITH_HEART_FAILURE, "I weigh 81.9 kg"))
        .as("4.2 lb in a week")
        .isEmpty();
    weight(WITH_HEART_FAILURE, Duration.ofHours(25), 80.4);
    assertThat(flag(WITH_HEART_FAILURE, "I weigh 81.9 kg"))
        .as("3.3 lb in a day")
        .isPresent();
    assertThat(flag(WITH_HEART_FAILURE, "I weigh 81.3 kg")).as("2 lb in a day").isEmpty();
    assertThat(flag(WITH_HEART_FAILURE, "I weigh 78 kg")).as("less than before").isEmpty();
  }

  @Test
  void withoutHeartFailureAScaleGoesUpAndDown() {
    weight(WITHOUT, Duration.ofHours(25), 80.0);
    assertThat(flag(WITHOUT, "I weigh 82.5 kg")).isEmpty();
  }

  @Test
  void aWeightThatIsToldIsScreenedBeforeItIsKept() {
    weight(WITH_HEART_FAILURE, Duration.ofHours(25), 80.0);
    String conversation = service
        .bean(Conversations.class)
        .beginWeb(subject(WITH_HEART_FAILURE).id(), Language.ENGLISH)
        .id();
    Corridor corridor = service.bean(Corridor.class);
    Accepted.Stored stored = (Accepted.Stored) corridor.accept(new Inbound.Web(
        WITH_HEART_FAILURE,
        Optional.empty(),
        conversation,
        "I weigh 181 lb",
        Optional.empty(),
        false));
    assertThat(stored.triage().messageLevel()).isEqualTo("SAME_DAY");
    assertThat(corridor.complete(stored.messageId()).orElseThrow().text())
        .contains("Shall I keep this");
  }
}
