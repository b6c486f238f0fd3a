package org.healthassistant.assistant.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PersonalDataTest {

  private static final String DANA = "dana-whitfield";

  @ParameterizedTest
  @EnumSource
  void coversEveryTableThatBelongsToASubjectExactlyOnce(TestDatabase database) {
    TestService service = TestService.on(database);
    List<String> covered =
        rooms(service).stream().flatMap(room -> room.tables().stream()).sorted().toList();
    assertThat(covered).containsExactlyElementsOf(tablesOfSubjects(service));
  }

  @ParameterizedTest
  @EnumSource
  void exportsWhatThePatientWroteAndWhatIsOnRecord(TestDatabase database) {
    TestService service = TestService.on(database);
    service.say(DANA, service.begin(DANA), "what is a1c, for my export?");
    String subject =
        service.bean(Subjects.class).findPatient(DANA).orElseThrow().id();
    String all = rooms(service).stream()
        .map(room -> room.export(subject))
        .map(Map::toString)
        .reduce("", String::concat);
    assertThat(all)
        .contains("what is a1c, for my export?", "a1c-3", "message-accepted", "+1202555");
  }

  private static Collection<PersonalData> rooms(TestService service) {
    return service.beans(PersonalData.class);
  }

  private static List<String> tablesOfSubjects(TestService service) {
    return service
        .bean(JdbcClient.class)
        .sql("""
            select table_name from information_schema.columns
            where lower(column_name) = 'subject_id' and lower(table_schema) = 'public'
            """)
        .query((row, n) -> row.getString(1).toLowerCase(Locale.ROOT))
        .list()
        .stream()
        .sorted()
        .toList();
  }
}
