package org.healthassistant.assistant.safety;

/// Decides how urgent a message is: by rules, by the messages before it, by what the record says,
/// and by its meaning.
///
/// Deterministic: the same input and the same pack always give the same decision. Safe for use by
/// any number of threads.
public final class Screen {

  private final RulePack pack;
  private final Meaning meaning;

  /// A screen of the given rules and the given classifier.
  public Screen(RulePack pack, Meaning meaning) {
    this.pack = pack;
    this.meaning = meaning;
  }

  /// The screen that ships with the product.
  ///
  /// @throws IllegalStateException if the data shipped is damaged; names every problem
  public static Screen builtIn() {
    return new Screen(RulePack.builtIn(), Meaning.builtIn());
  }

  /// Decides on a message.
  ///
  /// Never throws: what breaks inside gives `SAME_DAY` with `failed` set and a finding
  /// `screen-failed`.
  public TriageDecision screen(Screening input) {
    throw new UnsupportedOperationException(pack.id() + meaning);
  }

  /// Reads late vectors: the decision made before, raised where they ask for more, never lowered.
  ///
  /// @param before the decision made without vectors
  /// @param input the same message, now with its vectors
  /// @return the same decision when the input has none
  public TriageDecision raiseByMeaning(TriageDecision before, Screening input) {
    throw new UnsupportedOperationException();
  }

  /// The id of the rule pack and classifier in use; changes whenever their data does.
  public String packId() {
    return pack.id();
  }
}
