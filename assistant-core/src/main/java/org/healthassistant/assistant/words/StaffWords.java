package org.healthassistant.assistant.words;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/// The sentences that the care team reads outside of its pages: pages by e-mail and text,
/// alerts of the watchdog. The pages themselves take theirs from the same file by their
/// templates. Thread-safe.
@Component
public class StaffWords {

  private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

  /// Reads the file of the class path when it is first used.
  public StaffWords() {
    source.setBasename("messages.staff");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
  }

  /// The sentence of a key, its `{0}`, `{1}` … filled in. The care team reads English.
  ///
  /// @throws org.springframework.context.NoSuchMessageException if there is no such key
  public String say(String key, Object... places) {
    return source.getMessage(key, places, Locale.ENGLISH);
  }
}
