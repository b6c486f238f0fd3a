package org.healthassistant.assistant.words;

import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.healthassistant.knowledge.text.Language;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.PropertyPlaceholderHelper;

/// The sentences that patients read, by key and language. Thread-safe.
///
/// Sentences name what is filled in: `Your last {name} was {value} on {date}.` Values are put
/// in as they are; braces in a value are text.
@Component
public class PatientWords {

  private static final String FILE = "messages.patient";
  private static final PropertyPlaceholderHelper PLACES = new PropertyPlaceholderHelper("{", "}");

  private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

  /// Reads the files of the class path when a language is first used.
  public PatientWords() {
    source.setBasename(FILE);
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
  }

  /// The sentence of a key, as it stands in the file.
  ///
  /// @throws org.springframework.context.NoSuchMessageException if the language has no such key
  public String say(String key, Language language) {
    return source.getMessage(key, null, language.locale());
  }

  /// The sentence of a key with its `{names}` filled in.
  ///
  /// @param filled name and value in turn
  /// @throws IllegalArgumentException if the sentence has a name that has no value
  public String say(String key, Language language, String... filled) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i + 1 < filled.length; i += 2) {
      values.put(filled[i], filled[i + 1]);
    }
    return fill(key, say(key, language), values);
  }

  /// All sentences of a group, by the rest of their key, with their `{names}` as they are.
  ///
  /// @param group the first part of the keys, such as `widget`
  /// @return a fresh map in the order of the keys
  public Map<String, String> group(String group, Language language) {
    Map<String, String> found = new TreeMap<>();
    String prefix = group + ".";
    for (String key : ResourceBundle.getBundle(FILE, language.locale()).keySet()) {
      if (key.startsWith(prefix)) {
        found.put(key.substring(prefix.length()), say(key, language));
      }
    }
    return found;
  }

  private static String fill(String key, String sentence, Map<String, String> values) {
    Map<String, String> marked = new HashMap<>();
    // A value may hold braces of its own, which the helper would read as names: they are put aside.
    String filled = PLACES.replacePlaceholders(sentence, name -> {
      String value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException(key + " needs a value for {" + name + "}");
      }
      String mark = "\u0000" + marked.size() + "\u0000";
      marked.put(mark, value);
      return mark;
    });
    for (Map.Entry<String, String> one : marked.entrySet()) {
      filled = filled.replace(one.getKey(), one.getValue());
    }
    return filled;
  }
}
