package org.healthassistant.assistant.answer.evidence;

import java.util.List;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.Sentence;

/// What is told of a passage that answers.
final class Excerpt {

  /// Sentences told of a passage that is not written as an answer.
  private static final int LONGEST = 5;

  private Excerpt() {}

  /// A whole answer; of a longer passage the sentences from the nearest to the question on.
  ///
  /// @param question the question's vector of the bilingual encoder
  static List<String> of(Passage passage, float[] question) {
    List<Sentence> all = passage.sentences();
    int from = 0;
    if (passage.asked() == null && all.size() > LONGEST) {
      for (int i = 1; i < all.size(); i++) {
        if (cosine(question, all.get(i).bilingual())
            > cosine(question, all.get(from).bilingual())) {
          from = i;
        }
      }
      from = Math.min(from, all.size() - LONGEST);
    }
    int most = passage.asked() == null ? LONGEST : all.size();
    return all.stream().skip(from).limit(most).map(Sentence::text).toList();
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
