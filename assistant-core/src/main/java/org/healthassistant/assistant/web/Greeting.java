package org.healthassistant.assistant.web;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.knowledge.text.Language;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/// With what a conversation begins: greeting, that an AI writes, and what could be asked.
@Component
class Greeting {

  private final RecordDesk records;
  private final FixedWording wording;
  private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();

  Greeting(RecordDesk records, FixedWording wording) {
    this.records = records;
    this.wording = wording;
    words.setBasename("messages/greeting");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
  }

  /// The language to begin in: the one asked for, else the record's, else English.
  Language language(String subjectId, Optional<String> asked) {
    return asked
        .flatMap(Language::find)
        .or(() -> records.person(subjectId).flatMap(person -> Language.find(person.language())))
        .orElse(Language.FALLBACK);
  }

  String words(String subjectId, Language language) {
    return records
        .person(subjectId)
        .map(person -> firstName(person.name()))
        .map(name -> get("greeting.named", language, name))
        .orElseGet(() -> get("greeting", language));
  }

  String disclosure(Language language) {
    return wording.aiDisclosure(language).text();
  }

  List<String> suggestions(Language language) {
    return List.of(
        get("suggestion.1", language),
        get("suggestion.2", language),
        get("suggestion.3", language));
  }

  /// What the button that asks for a person says, which is what the patient then has written.
  String personButton(Language language) {
    return get("person.button", language);
  }

  private String get(String key, Language language, Object... arguments) {
    return words.getMessage(key, arguments, language.locale());
  }

  private static String firstName(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }
}
