package org.healthassistant.assistant.workspace.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.connector.record.Person;
import org.healthassistant.connector.record.Phone;
import org.springframework.stereotype.Component;

/// Finds the numbers under which a patient can be reached: the record's, and every number that
/// has written to us.
@Component
class PatientTelephones {

  /// The use of a number that has written to us.
  static final String TEXTS = "texts";

  private final PhoneNumbers numbers;

  PatientTelephones(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  /// The record's numbers first, each number once however it is written; empty when none is
  /// known.
  List<Phone> forSubject(String subjectId, Optional<Person> person) {
    Map<String, Phone> all = new LinkedHashMap<>();
    for (Phone phone : person.map(Person::phones).orElse(List.of())) {
      all.putIfAbsent(numbers.e164(phone.number()).orElse(phone.number()), phone);
    }
    for (PhoneNumbers.Known known : numbers.forSubject(subjectId)) {
      numbers
          .openIfWhole(known)
          .ifPresent(number -> all.putIfAbsent(number, new Phone(number, TEXTS)));
    }
    return List.copyOf(all.values());
  }
}
