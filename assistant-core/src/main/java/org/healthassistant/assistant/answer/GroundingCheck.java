package org.healthassistant.assistant.answer;

import java.util.List;

/// Decides whether evidence supports a sentence. Deterministic, in English and Spanish; rather
/// drops
/// a true sentence than shows a false one. Safe from any thread.
public final class GroundingCheck {

  /// A check with the word lists that ship with the product.
  public GroundingCheck() {}

  /// Whether the evidence supports the sentence.
  ///
  /// @param sentence one sentence, without markers
  /// @param evidence the texts it cites; none supports nothing
  public Verdict check(String sentence, List<String> evidence) {
    throw new UnsupportedOperationException();
  }

  /// What became of a sentence.
  public sealed interface Verdict {}

  /// The evidence says it.
  public record Supported() implements Verdict {}

  /// The evidence does not say it, or it cannot be told.
  ///
  /// @param reason a stable word: `no-evidence`, `number`, `medicine`, `negation`, `opposite`,
  ///     `subject`, `certainty`, `words`
  public record Unsupported(String reason) implements Verdict {}
}
