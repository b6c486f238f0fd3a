package org.healthassistant.assistant.answer.grounding;

import java.util.Set;

/// Follows, word by word, whether what is said is denied: from a negation to the end of its
/// clause, from an exception to the next comma, from a word like "avoid" on.
final class NegationScope {

  private static final Set<String> MARKS = Set.of(".", ";", ":", "(", ")", "?", "!");

  private final GroundingLexicon lexicon;
  private boolean denied;
  private boolean ending;
  private boolean exception;
  private boolean beforeException;

  NegationScope(GroundingLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// Whether a part is a mark that ends every clause.
  static boolean isMark(String part) {
    return MARKS.contains(part);
  }

  /// Whether what is said at the part last entered is denied.
  boolean denied() {
    return denied;
  }

  /// Comes to a part.
  void enter(String part, String before) {
    if (exception && (part.equals(",") || isMark(part))) {
      denied = beforeException;
      exception = false;
    } else if (ends(part, before)) {
      denied = false;
      ending = false;
    }
    if (lexicon.exceptions.contains(part)) {
      beforeException = denied;
      exception = true;
      denied = !denied;
    } else if (lexicon.negators.contains(part)) {
      denied = true;
    }
  }

  /// Goes on: a word like "avoid" denies what follows it, not itself.
  void leave(String part) {
    if (lexicon.restrictive.contains(part)) {
      denied = !denied;
    } else if (lexicon.ending.contains(part)) {
      denied = !denied;
      ending = true;
    }
  }

  private boolean ends(String part, String before) {
    if (isMark(part) || lexicon.strongEnds.contains(part)) {
      return true;
    }
    boolean link = part.equals("and") || part.equals("y");
    return before.equals(",") && lexicon.scopeEnds.contains(part) || ending && link;
  }
}
