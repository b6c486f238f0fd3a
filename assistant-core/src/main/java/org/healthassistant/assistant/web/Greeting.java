package org.healthassistant.assistant.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.connector.record.Person;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// With what a conversation begins: greeting, that an AI writes, and what could be asked.
@Component
class Greeting {

  private static final int MOST = 3;

  /// What fits whoever asks.
  private static final List<String> ANYBODY = List.of("any.1", "any.2", "any.3");

  private final RecordDesk records;
  private final FixedWording wording;
  private final PatientWords words;

  Greeting(RecordDesk records, FixedWording wording, PatientWords words) {
    this.records = records;
    this.wording = wording;
    this.words = words;
  }

  /// The language to begin in: the one asked for, else the record's, else English.
  Language language(String subjectId, Optional<String> asked) {
    return asked
        .flatMap(Language::find)
        .or(() -> records.person(subjectId).flatMap(person -> Language.find(person.language())))
        .orElse(Language.FALLBACK);
  }

  String words(String subjectId, Caller caller, Language language) {
    if (caller.actingFor().isPresent()) {
      return words.say(
          "greeting.caregiver",
          language,
          "name",
          records.person(subjectId).map(Person::name).orElse(caller.id()));
    }
    return records
        .person(subjectId)
        .map(person -> firstName(person.name()))
        .map(name -> words.say("greeting.named", language, "name", name))
        .orElseGet(() -> words.say("greeting.hello", language));
  }

  String disclosure(Language language) {
    return wording.aiDisclosure(language).text();
  }

  /// What could be asked: what fits the conditions, the next visit and the medicines of the
  /// record, and else what fits everybody. Without consent to use the record, and to a caregiver,
  /// only the latter.
  List<String> suggestions(String subjectId, Caller caller, Language language) {
    List<String> own =
        caller.actingFor().isPresent() ? List.of() : records.starters(subjectId, language);
    return Stream.concat(own.stream(), ANYBODY.stream())
        .limit(MOST)
        .map(key -> words.say("greeting.starter." + key, language))
        .toList();
  }

  /// What the button that asks for a person says, which is what the patient then has written.
  String personButton(Language language) {
    return words.say("greeting.person.button", language);
  }

  /// What the button that reports a reply as wrong or unsafe says.
  String unsafeButton(Language language) {
    return words.say("widget.unsafe", language);
  }

  private static String firstName(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }
}
