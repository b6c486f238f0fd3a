package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.record.measured.MeasurementImports;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Readings that come in without a message, on both databases.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class FlaggedReadingsTest extends OneConversation {

  FlaggedReadingsTest(TestDatabase database) {
    super(database);
  }

  private void pressure(Duration ago, int upper, int lower) {
    bring("""
        {"recordType": "BloodPressureRecord", "time": "%s", "metadata": {"device": {"model": "Cuff 7"}},
         "systolic": {"inMillimetersOfMercury": %d}, "diastolic": {"inMillimetersOfMercury": %d}}\
        """.formatted(ago(ago), upper, lower));
  }

  private void bring(String record) {
    bringFile("{\"records\": [" + record + "]}");
  }

  private void bringFile(String file) {
    try {
      service
          .bean(MeasurementImports.class)
          .take(subject.id(), new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Instant ago(Duration ago) {
    return service.bean(ClinicalClock.class).instant().minus(ago);
  }

  private List<Message> messages() {
    return service.bean(Messages.class).after(conversation, 0, 100);
  }

  @Test
  void aFlaggedReadingOpensItsEscalationAtOnceAndIsAskedAbout() {
    for (int day = 3; day < 8; day++) {
      pressure(Duration.ofDays(day), 128, 79);
    }
    assertThat(messages()).as("what is not recent opens nothing").isEmpty();

    pressure(Duration.ofMinutes(20), 188, 112);

    assertThat(open()).hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.SAME_DAY));
    List<Message> all = messages();
    assertThat(all).hasSize(3);
    Message reading = all.getFirst();
    assertThat(reading.author()).isEqualTo(Author.PATIENT);
    assertThat(reading.authorId()).contains("device");
    assertThat(reading.text()).contains("Blood pressure: 188/112 mmHg (Cuff 7");
    assertThat(reading.decision().orElseThrow().findings().getFirst().explanation())
        .as("reading, baseline and quality")
        .contains("188/112")
        .contains("Usual in the 30 days before: 128, of 5 readings")
        .contains("Measured by a device")
        .contains("No other reading within 10 minutes");
    assertThat(all.getLast().author()).isEqualTo(Author.ASSISTANT);
    assertThat(all.getLast().text())
        .contains("How do you feel right now?")
        .contains("4: I feel fine.");
  }

  @Test
  void theAnswerOnlyRaises() {
    pressure(Duration.ofMinutes(20), 188, 112);
    Turn fine = say("I feel fine");
    assertThat(fine.text()).contains("your care team can read that now").doesNotContain("no sign");
    assertThat(open()).hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.SAME_DAY));
  }

  @Test
  void aDangerToldInAnswerIsAnEmergency() {
    pressure(Duration.ofMinutes(20), 188, 112);
    Turn worse = say("1");
    assertThat(worse.action()).isEqualTo("emergency");
    assertThat(open()).hasValueSatisfying(e -> assertThat(e.level()).isEqualTo(Level.EMERGENCY));
  }

  @Test
  void whatIsUsualOpensNothing() {
    pressure(Duration.ofMinutes(20), 128, 79);
    assertThat(open()).isEmpty();
    assertThat(messages()).isEmpty();
  }

  @Test
  void aFastPulseInExerciseOpensNothingAndAtRestItDoes() {
    bringFile(pulse("2", 155, ago(Duration.ofMinutes(30))));
    assertThat(open()).isEmpty();
    bringFile(pulse("1", 156, ago(Duration.ofMinutes(10))));
    assertThat(open()).isPresent();
  }

  /// The one format that tells whether the person was moving.
  private static String pulse(String context, int beats, Instant at) {
    String time =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z").format(at.atOffset(ZoneOffset.UTC));
    return """
        <HealthData locale="en_US"><Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch"
          unit="count/min" startDate="%s" endDate="%s" value="%d">
         <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="%s"/></Record></HealthData>
        """.formatted(time, time, beats, context);
  }

  @Test
  void whoIsReachedByTextIsToldThereInQuietWords() {
    service
        .bean(Transactions.class)
        .durable(() -> service.bean(PhoneNumbers.class).linkPatient(phone, subject));
    text("hello");
    service.bean(Consents.class).decide(subject.id(), Purpose.SMS, true);

    pressure(Duration.ofMinutes(20), 188, 112);

    List<Message> texts = byText();
    assertThat(texts.getLast().text())
        .contains("There is a message for you from your health assistant.")
        .doesNotContain("188")
        .doesNotContainIgnoringCase("pressure");
    assertThat(service
            .bean(JdbcClient.class)
            .sql("select count(*) from outbox where message_id = :id")
            .param("id", texts.getLast().id())
            .query(Integer.class)
            .single())
        .isEqualTo(1);
  }

  @Test
  void withoutConsentToTextsNothingIsTexted() {
    service
        .bean(Transactions.class)
        .durable(() -> service.bean(PhoneNumbers.class).linkPatient(phone, subject));
    text("hello");
    int before = byText().size();
    service.bean(Consents.class).decide(subject.id(), Purpose.SMS, false);
    pressure(Duration.ofMinutes(20), 188, 112);
    assertThat(byText()).hasSize(before);
  }

  private List<Message> byText() {
    Conversation texts = service.bean(Conversations.class).ofSubject(subject.id()).stream()
        .filter(one -> one.channel() == Channel.SMS)
        .findFirst()
        .orElseThrow();
    return service.bean(Messages.class).after(texts.id(), 0, 100);
  }

  @Test
  void theSameIsNotToldTwiceInAnHour() {
    pressure(Duration.ofMinutes(20), 188, 112);
    int told = messages().size();
    pressure(Duration.ofMinutes(15), 190, 110);
    assertThat(messages()).hasSize(told);
  }
}
