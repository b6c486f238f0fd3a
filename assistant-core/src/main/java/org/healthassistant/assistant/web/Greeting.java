package org.healthassistant.assistant.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.safety.FixedWording;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/// With what a conversation begins: greeting, that an AI writes, and what could be asked.
@Component
class Greeting {

  private static final Set<String> SPOKEN = Set.of("en", "es");

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
  String language(String subjectId, Optional<String> asked) {
    return asked
        .map(tag -> Locale.forLanguageTag(tag).getLanguage())
        .filter(SPOKEN::contains)
        .or(() -> records
            .person(subjectId)
            .flatMap(person -> Optional.ofNullable(person.language()))
            .filter(SPOKEN::contains))
        .orElse("en");
  }

  String words(String subjectId, String language) {
    return records
        .person(subjectId)
        .map(person -> firstName(person.name()))
        .map(name -> get("greeting.named", language, name))
        .orElseGet(() -> get("greeting", language));
  }

  String disclosure(String language) {
    return wording.aiDisclosure(language).text();
  }

  List<String> suggestions(String language) {
    return List.of(
        get("suggestion.1", language),
        get("suggestion.2", language),
        get("suggestion.3", language));
  }

  /// What the button that asks for a person says, which is what the patient then has written.
  String personButton(String language) {
    return get("person.button", language);
  }

  private String get(String key, String language, Object... arguments) {
    return words.getMessage(key, arguments, Locale.forLanguageTag(language));
  }

  private static String firstName(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }
}
