package org.healthassistant.assistant.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.healthassistant.knowledge.text.Language;

/// Reads whether a message states a complaint as a present trouble of the writer or of somebody
/// the writer looks after.
///
/// Careful to the other side than the screen: whoever asks a question about a symptom wants that
/// answered and is not questioned.
final class ComplaintReader {

  /// Longer messages tell a story, which the screen reads.
  private static final int MOST_WORDS = 60;

  private final Cues cues;
  private final Phrases symptom;
  private final Phrases statement;
  private final Phrases whole;
  private final Phrases also;
  private final boolean needsAlso;
  private final boolean otherLanguage;
  private final OtherLanguages languages;

  ComplaintReader(Protocol.Complaint complaint, Cues cues, OtherLanguages languages) {
    this.languages = languages;
    otherLanguage = complaint.isOtherLanguage();
    this.cues = cues;
    Set<String> fillers = cues.fillers();
    symptom = Phrases.of(complaint.symptom(), fillers);
    statement = Phrases.of(complaint.statement(), fillers);
    whole = Phrases.of(complaint.whole(), fillers);
    also = Phrases.of(complaint.also(), fillers);
    needsAlso = complaint.also() != null;
  }

  boolean states(Words text) {
    if (otherLanguage) {
      return languages.isIn(text);
    }
    if (text.isEmpty() || text.words().size() > MOST_WORDS) {
      return false;
    }
    if (text.is(whole)) {
      return true;
    }
    if (text.has(cues.errand()) || needsAlso && !text.has(also)) {
      return false;
    }
    for (int clause = 0; clause < text.clauses(); clause++) {
      Words one = text.clause(clause);
      if (!one.isEmpty() && !isElsewhere(one) && statesIn(one)) {
        return true;
      }
    }
    return isBare(text);
  }

  private boolean statesIn(Words clause) {
    return cues.affirmed(clause, statement)
        || clause.has(cues.owner()) && cues.affirmed(clause, symptom);
  }

  private boolean isElsewhere(Words clause) {
    return clause.words().getFirst().asked()
        || clause.startsWith(cues.question())
        || cues.affirmed(clause, cues.elsewhere());
  }

  /// Whether nothing else is said than the symptom, and since when.
  private boolean isBare(Words text) {
    return !isElsewhere(text)
        && symptom.all().stream().anyMatch(phrase -> {
          int at = text.find(phrase, 0);
          return at >= 0 && isBeside(text, at, phrase.size());
        });
  }

  private boolean isBeside(Words text, int at, int length) {
    List<String> rest = new ArrayList<>(text.forms());
    rest.subList(at, at + length).clear();
    Set<String> allowed = cues.beside().single();
    return rest.stream()
        .allMatch(word -> allowed.contains(word)
            || cues.numbers().choice().containsKey(word)
            || cues.numbers().units().containsKey(word)
            || Character.isDigit(word.charAt(0)));
  }

  /// Whether there is a way to state it in a language.
  static boolean canBeSaid(Protocol.Complaint complaint, Language language) {
    return complaint.isOtherLanguage()
        || java.util.stream.Stream.of(complaint.symptom(), complaint.statement(), complaint.whole())
            .filter(Objects::nonNull)
            .anyMatch(said -> !said.getOrDefault(language, List.of()).isEmpty());
  }
}
