package org.healthassistant.assistant.record.spoken;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.record.spoken.ToldOffer.State;

/// Hears what a patient says to the question whether to keep a reading, in any language.
public final class ToldAnswer {

  private static final List<List<String>> YES = ToldWords.phrases(ToldWords.BUILT_IN.yes());
  private static final List<List<String>> NO = ToldWords.phrases(ToldWords.BUILT_IN.no());
  private static final List<List<String>> CHANGE = ToldWords.phrases(ToldWords.BUILT_IN.change());
  private static final List<List<String>> UNDO = ToldWords.phrases(ToldWords.BUILT_IN.undo());

  private ToldAnswer() {}

  /// How an offer stands after a message: kept only where the whole message is a yes; empty where
  /// the message changes nothing.
  public static Optional<State> to(State before, String text) {
    ToldTokens said = new ToldTokens(text);
    return switch (before) {
      case OFFERED ->
        Optional.of(
            said.isOne(NO)
                ? State.DECLINED
                : said.isOne(CHANGE) ? State.CHANGED : said.isOne(YES) ? State.KEPT : State.LAPSED);
      case KEPT, KNOWN -> said.isOne(UNDO) ? Optional.of(State.UNDONE) : Optional.empty();
      case DECLINED, CHANGED, LAPSED, UNDONE -> Optional.empty();
    };
  }
}
