package org.healthassistant.assistant.answer.context;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.Circumstances;
import org.healthassistant.assistant.answer.Circumstances.Pregnancy;
import org.healthassistant.assistant.answer.ContextKind;
import org.healthassistant.knowledge.text.Language;

/// Reads what is told of carrying or nursing a child. Who hopes for a child, or asks how not to
/// have one, tells of neither, and need not be asked.
final class ToldPregnancy {

  private static final int BRIEF = 4;

  private final ContextWords words;

  ToldPregnancy(ContextWords words) {
    this.words = words;
  }

  /// What a plain message tells unasked; empty where it tells nothing.
  Optional<Circumstances> stated(String plain) {
    String meant = without(plain, "figure");
    String rest = without(meant, "hoped");
    Optional<Pregnancy> told = told(rest);
    return told.isEmpty() && !rest.equals(meant)
        ? Optional.of(Circumstances.unknown(ContextKind.PREGNANCY))
        : told.map(Circumstances::of);
  }

  /// What a plain reply says to the question `pregnant or breastfeeding?`. A bare yes does not
  /// say which.
  Optional<Circumstances> replied(String plain) {
    Optional<Circumstances> told = stated(plain);
    if (told.isPresent()) {
      return told;
    }
    return bare(plain).map(Circumstances::of);
  }

  private Optional<Pregnancy> bare(String plain) {
    if (ContextWords.anyIn(plain, words.pregnancy("nursing-replied"))) {
      return Optional.of(Pregnancy.NURSING);
    }
    if (ContextWords.anyIn(plain, words.pregnancy("pregnant-replied"))) {
      return Optional.of(Pregnancy.PREGNANT);
    }
    if (ContextWords.isOne(plain, words.pregnancy("both"))) {
      return Optional.of(Pregnancy.BOTH);
    }
    if (isOrBegins(plain, words.no())) {
      return Optional.of(Pregnancy.NEITHER);
    }
    return isOrBegins(plain, words.yes()) ? Optional.of(Pregnancy.EITHER) : Optional.empty();
  }

  private Optional<Pregnancy> told(String plain) {
    String nursing = without(plain, "not-nursing");
    String carrying = without(without(plain, "neither"), "maybe");
    boolean nurses = ContextWords.anyIn(nursing, words.pregnancy("nursing"));
    boolean carries = ContextWords.anyIn(carrying, words.pregnancy("pregnant"));
    if (nurses) {
      boolean both = carries && carrying.equals(plain);
      return Optional.of(both ? Pregnancy.BOTH : Pregnancy.NURSING);
    }
    if (ContextWords.anyIn(plain, words.pregnancy("neither"))) {
      return Optional.of(Pregnancy.NEITHER);
    }
    if (carries) {
      return Optional.of(Pregnancy.PREGNANT);
    }
    if (ContextWords.anyIn(plain, words.pregnancy("maybe"))) {
      return Optional.of(Pregnancy.EITHER);
    }
    return nursing.equals(plain) ? Optional.empty() : Optional.of(Pregnancy.NEITHER);
  }

  private String without(String plain, String state) {
    String rest = plain;
    for (String phrase : ContextWords.all(words.pregnancy(state)).toList()) {
      rest = rest.replace(" " + phrase + " ", " ");
    }
    return rest;
  }

  /// Whether a plain reply is one of some words, or a short one that begins with one.
  static boolean isOrBegins(String plain, Map<Language, List<String>> words) {
    Stream<String> all = ContextWords.all(words);
    return ContextWords.isOne(plain, words)
        || plain.strip().split(" ").length <= BRIEF
            && all.anyMatch(word -> plain.startsWith(" " + word + " "));
  }
}
