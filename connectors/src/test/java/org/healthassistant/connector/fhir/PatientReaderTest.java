package org.healthassistant.connector.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.healthassistant.connector.record.EmergencyContact;
import org.healthassistant.connector.record.Person;
import org.healthassistant.connector.record.Phone;
import org.junit.jupiter.api.Test;

class PatientReaderTest {
  @Test
  void leavesOutOldNamesNumbersAndAddresses() {
    Person read = person("""
            "name": [{"use": "old", "text": "Old Name"}, {"given": ["Ann", "B."], "family": "Sample"}],
            "telecom": [{"system": "phone", "use": "old", "value": "1"},
              {"system": "email", "value": "a@example.org"},
              {"system": "phone", "use": "home", "value": "+1 202-555-0100", "rank": 2},
              {"system": "sms", "value": "+1 202-555-0101", "rank": 1}],
            "address": [{"use": "old", "text": "Old place"}, {"line": ["1 Test Way"], "city": "Fairview", "state": "OH"}]
            """);
    assertThat(read.name()).isEqualTo("Ann B. Sample");
    assertThat(read.phones())
        .containsExactly(
            new Phone("+1 202-555-0101", "mobile"), new Phone("+1 202-555-0100", "home"));
    assertThat(read.address()).isEqualTo("1 Test Way, Fairview, OH");
  }

  @Test
  void holdsANumberOnlyWithinItsTime() {
    String time = "\"period\": {\"start\": \"2027-06-01\", \"end\": \"2027-08-01\"}";
    Phone later = person("\"telecom\": [{\"system\": \"phone\", \"value\": \"1\", " + time + "}]")
        .phones()
        .getFirst();
    assertThat(later.isHeldOn(LocalDate.of(2026, 11, 30))).isFalse();
    assertThat(later.isHeldOn(LocalDate.of(2027, 7, 1))).isTrue();
    assertThat(later.isHeldOn(LocalDate.of(2027, 8, 2))).isFalse();
  }

  @Test
  void takesThePreferredLanguageWithoutItsRegion() {
    assertThat(person("""
                    "communication": [{"language": {"coding": [{"code": "en"}]}},
                      {"preferred": true, "language": {"coding": [{"code": "es-US"}]}}]
                    """).language()).isEqualTo("es");
  }

  @Test
  void keepsAPartialBirthDate() {
    assertThat(Objects.requireNonNull(person("\"birthDate\": \"1950\"").birthDate())
            .text())
        .isEqualTo("1950");
  }

  @Test
  void takesTheContactForEmergenciesBeforeAnother() {
    EmergencyContact read = Objects.requireNonNull(person("""
                    "contact": [{"relationship": [{"coding": [{"code": "E", "display": "Employer"}]}], "name": {"text": "Works"}},
                      {"relationship": [{"coding": [{"code": "C"}]}, {"text": "Sister"}], "name": {"text": "Sue"},
                       "telecom": [{"system": "phone", "value": "+1 202-555-0102"}]}]
                    """).emergencyContact());
    assertThat(read).isEqualTo(new EmergencyContact("Sue", "Sister", read.phones()));
    assertThat(read.phones()).containsExactly(new Phone("+1 202-555-0102", ""));
  }

  @Test
  void leavesUnknownWhatIsNotTold() {
    Person read = person("\"active\": true");
    assertThat(read)
        .isEqualTo(new Person("p", "", null, "unknown", null, read.phones(), null, null));
    assertThat(read.phones()).isEmpty();
  }

  private static Person person(String members) {
    var result = Bundles.read("{\"resourceType\": \"Patient\", \"id\": \"p\", " + members + "}");
    assertThat(result.problems()).isEmpty();
    return Objects.requireNonNull(result.record()).person();
  }
}
