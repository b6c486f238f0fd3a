package org.healthassistant.assistant.workspace.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.testing.Statements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisplayNamesTest {

  private static final List<String> PATIENTS =
      List.of("maria-alvarez", "robert-hayes", "tom-becker", "dana-whitfield");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void readsAllNamesTogetherHoweverManyTheyAre(TestDatabase database) {
    TestService service = TestService.on(database);
    Subjects subjects = service.bean(Subjects.class);
    String unknown = subjects.ensurePatient("nobody-" + Ids.next()).id();
    List<String> numbers =
        Stream.generate(() -> numberOf(service)).limit(20).distinct().toList();
    List<String> ids = Stream.of(
            PATIENTS.stream().map(id -> subjects.ensurePatient(id).id()),
            numbers.stream(),
            Stream.of(unknown))
        .flatMap(all -> all)
        .toList();
    names(service).forSubjects(ids); // their keys are opened once

    Map<String, DisplayName> read;
    long sent;
    try (Statements statements = Statements.counted()) {
      read = names(service).forSubjects(ids);
      sent = statements.by(Thread.currentThread().getName());
    }

    assertThat(sent).isBetween(1L, 3L);
    assertThat(read).containsOnlyKeys(ids);
    assertThat(read.values())
        .extracting(name -> name.patient() == null ? "" : name.patient().name())
        .contains("Robert J. Hayes", "Tom Becker");
    assertThat(numbers)
        .allSatisfy(id -> assertThat(read.get(id))
            .satisfies(name -> assertThat(name.contact()).startsWith("+1202555")));
  }

  private static DisplayNames names(TestService service) {
    return new DisplayNames(
        service.bean(Subjects.class),
        service.bean(RecordDesk.class),
        service.bean(PhoneNumbers.class),
        service.bean(RealClock.class));
  }

  private static String numberOf(TestService service) {
    String number = "+1202555" + ThreadLocalRandom.current().nextInt(1000, 9999);
    PhoneNumbers numbers = service.bean(PhoneNumbers.class);
    service.bean(Transactions.class).durable(() -> {
      numbers.findOrCreate(number);
    });
    return numbers.find(numbers.hashOf(number)).orElseThrow().subjectId();
  }
}
