package org.healthassistant.assistant.answer;

import java.util.Locale;

/// What an answer may depend on that a patient can tell. These are all there are, in the order in
/// which they are asked back.
public enum ContextKind {
  /// Whether somebody is pregnant or breastfeeding.
  PREGNANCY,
  /// How old somebody is.
  AGE,
  /// Which other medicines somebody takes.
  MEDICINES,
  /// How long something has been going on.
  HOW_LONG;

  /// Its name in files: `pregnancy`, `age`, `medicines`, `how-long`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
