package org.healthassistant.knowledge.analysis;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.healthassistant.knowledge.text.Language;

/// How a word sounds, so that words that people write by ear are alike: `precion` and `presión`,
/// `jigado` and `hígado`, `fisical` and `physical`.
final class Sound {

  private record Fold(Pattern from, String to) {
    Fold(String from, String to) {
      this(Pattern.compile(from), to);
    }
  }

  private static final Map<Language, List<Fold>> FOLDS = Map.of(
      Language.SPANISH,
      List.of(
          new Fold("ll", "y"),
          new Fold("ch", "X"),
          new Fold("qu(?=[ei])", "k"),
          new Fold("gu(?=[ei])", "G"),
          new Fold("g(?=[ei])", "j"),
          new Fold("^[hj](?=[aeiou])", ""),
          new Fold("h", ""),
          new Fold("c(?=[ei])", "s"),
          new Fold("[cq]", "k"),
          new Fold("[zx]", "s"),
          new Fold("[vw]", "b"),
          new Fold("^ps", "s"),
          new Fold("y$", "i"),
          new Fold("m(?=[pbf])", "n"),
          new Fold("(.)\\1", "$1")),
      Language.ENGLISH,
      List.of(
          new Fold("ph", "f"),
          new Fold("^(?:kn|pn|gn)", "n"),
          new Fold("^wr", "r"),
          new Fold("^ps", "s"),
          new Fold("rh", "r"),
          new Fold("gh", ""),
          new Fold("ck", "k"),
          new Fold("sc(?=[eiy])", "s"),
          new Fold("c(?=[eiy])", "s"),
          new Fold("ch", "X"),
          new Fold("[cq]", "k"),
          new Fold("x", "ks"),
          new Fold("z", "s"),
          new Fold("(?<=.)h", ""),
          new Fold("ea|ee|ie|ei|y", "i"),
          new Fold("oo|ou|ew", "u"),
          new Fold("ai|ay", "e"),
          new Fold("(.)\\1", "$1"),
          new Fold("(?<=...)e$", "")));

  private Sound() {}

  /// The sound of a word in small letters without accents, as one spelling.
  static String of(String word, Language language) {
    String sound = word;
    for (Fold fold : language.pick(FOLDS)) {
      sound = fold.from().matcher(sound).replaceAll(fold.to());
    }
    return sound;
  }
}
