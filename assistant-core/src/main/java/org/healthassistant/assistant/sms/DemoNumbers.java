package org.healthassistant.assistant.sms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.healthassistant.assistant.delivery.gateway.SmsProvider;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Subjects;
import org.springframework.stereotype.Component;

/// The demo patients' numbers, for choosing on the page.
@Component
@ConditionalOnSmsProvider(SmsProvider.DEMO)
class DemoNumbers {

  private final PhoneNumbers numbers;
  private final Subjects subjects;

  DemoNumbers(PhoneNumbers numbers, Subjects subjects) {
    this.numbers = numbers;
    this.subjects = subjects;
  }

  /// Every number linked to a patient, in the order in which they were linked; empty when no
  /// patient has one.
  List<DemoNumber> all() {
    return numbers.forPatients().stream()
        .flatMap(known -> numbers
            .openIfWhole(known)
            .map(number -> new DemoNumber(label(known.subjectId()), number))
            .stream())
        .toList();
  }

  /// The record's id of the patient as words: `maria-alvarez` is read as Maria Alvarez.
  private String label(String subjectId) {
    String id = subjects.get(subjectId).patientId().orElse("");
    return Arrays.stream(id.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  /// A number to choose.
  record DemoNumber(String label, String number) {
    @Override
    public String toString() {
      return "DemoNumber[REDACTED]";
    }
  }
}
