package org.healthassistant.assistant.safety.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrieTest {

  private static final Set<Integer> FILLERS = Set.of(0, 1);

  @Test
  void stepsOverTwoFillersAndNoMore() {
    var trie = new Trie(FILLERS);
    trie.add(List.of(5, 6), 9);
    assertThat(trie.find(tokens(5, 0, 1, 6))).containsExactly(new Hit(9, 0, 4));
    assertThat(trie.find(tokens(5, 0, 1, 0, 6))).isEmpty();
    assertThat(trie.find(tokens(5, 7, 6))).isEmpty();
  }

  @Test
  void findsNothingOverAPauseOrASeam() {
    var trie = new Trie(FILLERS);
    trie.add(List.of(5, 6), 9);
    assertThat(trie.find(List.of(token(5, Pause.NONE, false), token(6, Pause.SOFT, false))))
        .isEmpty();
    assertThat(trie.find(List.of(token(5, Pause.NONE, false), token(6, Pause.NONE, true))))
        .isEmpty();
  }

  @Test
  void findsWhatTryingEveryPhraseAtEveryWordFinds() {
    long seed = 5;
    var random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      Map<List<Integer>, Integer> phrases = new LinkedHashMap<>();
      var trie = new Trie(FILLERS);
      for (int concept = 0; concept < 8; concept++) {
        List<Integer> phrase = random.ints(1 + random.nextInt(4), 0, 6).boxed().toList();
        if (phrases.putIfAbsent(phrase, concept) == null) {
          trie.add(phrase, concept);
        }
      }
      var tokens = new ArrayList<Token>();
      for (int left = random.nextInt(20); left > 0; left--) {
        var pause = random.nextInt(8) == 0 ? Pause.SOFT : Pause.NONE;
        tokens.add(token(random.nextInt(6), pause, random.nextInt(20) == 0));
      }
      assertThat(new HashSet<>(trie.find(tokens)))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(byTrying(phrases, tokens));
    }
  }

  private static Set<Hit> byTrying(Map<List<Integer>, Integer> phrases, List<Token> tokens) {
    Set<Hit> hits = new HashSet<>();
    phrases.forEach((phrase, concept) -> {
      for (int first = 0; first < tokens.size(); first++) {
        for (int end : ends(phrase, tokens, first, true)) {
          hits.add(new Hit(concept, first, end));
        }
      }
    });
    return hits;
  }

  /// Where a phrase that stands at a word can end.
  private static Set<Integer> ends(
      List<Integer> phrase, List<Token> tokens, int at, boolean first) {
    if (phrase.isEmpty()) {
      return Set.of(at);
    }
    Set<Integer> ends = new HashSet<>();
    for (int place = at; place < tokens.size() && place <= at + (first ? 0 : 2); place++) {
      var token = tokens.get(place);
      if (!first && (token.word().before() != Pause.NONE || token.seam())) {
        break;
      }
      if (token.candidates()[0] == phrase.getFirst()) {
        ends.addAll(ends(phrase.subList(1, phrase.size()), tokens, place + 1, false));
      }
      if (!FILLERS.contains(token.candidates()[0])) {
        break;
      }
    }
    return ends;
  }

  private static List<Token> tokens(int... words) {
    var tokens = new ArrayList<Token>();
    for (int word : words) {
      tokens.add(token(word, Pause.NONE, false));
    }
    return tokens;
  }

  private static Token token(int word, Pause before, boolean seam) {
    return new Token(0, new Word("w" + word, 0, 1, before), new int[] {word}, seam);
  }
}
