package org.healthassistant.assistant.safety.text;

import java.util.ArrayList;
import java.util.List;

/// Asks of any stretch of a text whether it is denied, as if the lexicon knew it.
final class NegationProbe {

  private NegationProbe() {}

  static boolean isDenied(Lexicon lexicon, List<Token> tokens, int start, int end) {
    int first = 0;
    while (first < tokens.size() && tokens.get(first).word().end() <= start) {
      first++;
    }
    int last = first;
    while (last < tokens.size() && tokens.get(last).word().start() < end) {
      last++;
    }
    if (last <= first) {
      return false;
    }
    var hits = new ArrayList<>(lexicon.find(tokens));
    var asked = new Hit(lexicon.anyContent(), first, last);
    hits.removeIf(
        hit -> lexicon.concept(hit.concept()).kind().equals("mask") && hit.overlaps(asked));
    hits.add(asked);
    var reading = new AnnotatedText(lexicon, tokens, hits);
    for (int number : reading.hitsOf(asked.concept())) {
      if (reading.hit(number).equals(asked)) {
        return reading.denied(number);
      }
    }
    return false;
  }
}
