package org.healthassistant.knowledge.analysis;

import java.util.List;
import java.util.Map;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.text.Language;
import org.healthassistant.knowledge.text.PlainWords;

/// What a question is of that health education seldom holds: an ill animal, the law, a bill, a
/// shop, a game (`other-matters.yaml`).
///
/// Such a question shares its rare words with an article ("my cat has overactive thyroid"), so
/// that neither words nor vectors tell it from a question about people; what it is not about has
/// to be named. Content that speaks of the matter itself is not held back by it.
///
/// @param named the matters; empty for nearly all questions
public record OtherMatters(List<Matter> named) {
  private static final List<Matter> KNOWN =
      DataFile.read(OtherMatters.class, "other-matters.yaml", File.class).matters();

  /// Of a longer message a word is no sign: it tells of hens and a bill in passing.
  private static final int MOST_WORDS = 30;

  record File(List<Matter> matters) {}

  /// One matter.
  ///
  /// @param about what it is, for whoever reads the file
  /// @param asks by which words a question is of it
  /// @param tells by which words, beside those, content speaks of it
  public record Matter(
      String about, Map<Language, List<String>> asks, Map<Language, List<String>> tells) {

    /// Folds the words once.
    public Matter {
      asks = PlainWords.of(asks);
      tells = PlainWords.of(tells);
    }

    private boolean isSpokenOf(String folded, Language language) {
      return isNamed(folded, language) || language.pick(tells).stream().anyMatch(folded::contains);
    }

    private boolean isNamed(String folded, Language language) {
      return language.pick(asks).stream().anyMatch(folded::contains);
    }
  }

  /// Copies the list.
  public OtherMatters {
    named = List.copyOf(named);
  }

  /// The matters that a question names; none where it is long.
  public static OtherMatters of(String question, Language language) {
    String folded = PlainWords.of(question);
    if (folded.chars().filter(sign -> sign == ' ').count() > MOST_WORDS + 1) {
      return new OtherMatters(List.of());
    }
    return new OtherMatters(
        KNOWN.stream().filter(matter -> matter.isNamed(folded, language)).toList());
  }

  /// Whether there is a matter that a text in a language does not speak of.
  public boolean beyond(String text, Language language) {
    if (named.isEmpty()) {
      return false;
    }
    String folded = PlainWords.of(text);
    return named.stream().anyMatch(matter -> !matter.isSpokenOf(folded, language));
  }
}
