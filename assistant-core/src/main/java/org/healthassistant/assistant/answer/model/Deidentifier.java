package org.healthassistant.assistant.answer.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.answer.text.TextNormalizer;
import org.healthassistant.assistant.answer.text.WordLists;
import org.healthassistant.connector.record.EmergencyContact;
import org.healthassistant.connector.record.Person;

/// Takes out of a text what tells who wrote it: names of the patient and the emergency contact,
/// the address, e-mail and web addresses, telephone and other long numbers, dates.
final class Deidentifier {

  private static final int LONG_NUMBER = 6;

  private final Set<String> names = new HashSet<>();

  Deidentifier(Optional<Person> person) {
    person.ifPresent(p -> {
      addWords(p.name());
      addWords(p.address());
      EmergencyContact contact = p.emergencyContact();
      if (contact != null) {
        addWords(contact.name());
      }
    });
  }

  /// The text without them; what was taken out is named in square brackets.
  String clean(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("\\s+")) {
      words.add(cleaned(word));
    }
    return String.join(" ", words);
  }

  private String cleaned(String word) {
    String lower = TextNormalizer.fold(word);
    if (lower.contains("@") || lower.contains("://") || lower.startsWith("www.")) {
      return "[address]";
    }
    long digits = word.chars().filter(Character::isDigit).count();
    if (digits >= LONG_NUMBER) {
      return "[number]";
    }
    boolean date = digits >= 3
        && word.chars().filter(c -> c == '/' || c == '-' || c == '.').count() == 2;
    if (date) {
      return "[date]";
    }
    String bare = lower.replaceAll("[^a-z0-9]", "");
    return names.contains(bare) ? "[name]" : word;
  }

  private void addWords(@org.jspecify.annotations.Nullable String text) {
    if (text == null) {
      return;
    }
    for (String word : TextNormalizer.fold(text).split("[^a-z0-9]+")) {
      boolean common = WordLists.all().stream().anyMatch(lists -> lists.isStop(word));
      if (word.length() > 2 && !common) {
        names.add(word.toLowerCase(Locale.ROOT));
      }
    }
  }
}
