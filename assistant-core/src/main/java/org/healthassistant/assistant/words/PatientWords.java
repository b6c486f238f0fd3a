package org.healthassistant.assistant.words;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.PropertyPlaceholderHelper;

/// The sentences that patients read. Thread-safe.
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

  /// The sentence of a key.
  ///
  /// @throws org.springframework.context.NoSuchMessageException if the language has no such key
  public String say(String key, Locale language) {
    return source.getMessage(key, null, language);
  }

  /// The sentence of a key with its `{names}` filled in. A name without a value is a fault.
  ///
  /// @param values by name; values are put in as they are, and never read for names themselves
  /// @throws IllegalArgumentException if the sentence has a name that has no value
  public String say(String key, Locale language, Map<String, String> values) {
    return PLACES.replacePlaceholders(say(key, language), name -> {
      String value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException(key + " wants a value for {" + name + "}");
      }
      return value;
    });
  }

  /// All sentences of a group, by the rest of their key and in its order, with their `{names}` as
  /// they are.
  ///
  /// @param group the first part of the keys, such as `widget`
  public Map<String, String> group(String group, Locale language) {
    Map<String, String> found = new TreeMap<>();
    String prefix = group + ".";
    for (String key : ResourceBundle.getBundle(FILE, language).keySet()) {
      if (key.startsWith(prefix)) {
        found.put(key.substring(prefix.length()), say(key, language));
      }
    }
    return found;
  }
}
