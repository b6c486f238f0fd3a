package org.healthassistant.assistant.safety.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds every phrase of the lexicon in a list of words.
///
/// Between two words of a phrase at most two filler words may stand (`my chest really really
/// hurts`), never a pause. A phrase has few words, so the work at each word is bounded.
final class Trie {

  private static final int MOST_FILLERS = 2;

  private static final class Node {
    private final Map<Integer, Node> next = new HashMap<>();
    private final List<Integer> concepts = new ArrayList<>();
  }

  private final Node root = new Node();
  private final Set<Integer> fillers;

  /// @param fillers the ids of the words that may stand inside a phrase
  Trie(Set<Integer> fillers) {
    this.fillers = Set.copyOf(fillers);
  }

  void add(List<Integer> phrase, int concept) {
    var node = root;
    for (int word : phrase) {
      node = node.next.computeIfAbsent(word, id -> new Node());
    }
    if (!node.concepts.contains(concept)) {
      node.concepts.add(concept);
    }
  }

  /// All places of all concepts, by their first word.
  List<Hit> find(List<Token> tokens) {
    var hits = new ArrayList<Hit>();
    for (int at = 0; at < tokens.size(); at++) {
      step(root, tokens, at, at, hits);
    }
    return hits;
  }

  private void step(Node node, List<Token> tokens, int first, int at, List<Hit> hits) {
    for (int candidate : tokens.get(at).candidates()) {
      var child = node.next.get(candidate);
      if (child != null) {
        arrive(child, tokens, first, at + 1, hits);
      }
    }
  }

  /// Notes the concepts whose phrase ends here, then goes on to longer phrases.
  ///
  /// Up to two fillers are stepped over, and each may also be a word of the phrase itself. With
  /// the phrase `chest hurts` and the text `my chest really really hurts`, the walk stands
  /// behind `chest` and tries `really` (a filler: on), `really` (the second: on), `hurts`
  /// (found, three words on). In `my chest, hurts` the comma ends the walk: what a patient
  /// parts is not one phrase. The same hit can be reached by two spellings of one word; these
  /// come one after the other, so comparing with the last hit is enough to keep it once.
  private void arrive(Node node, List<Token> tokens, int first, int end, List<Hit> hits) {
    for (int concept : node.concepts) {
      var hit = new Hit(concept, first, end);
      if (hits.isEmpty() || !hits.getLast().equals(hit)) {
        hits.add(hit);
      }
    }
    if (node.next.isEmpty()) {
      return;
    }
    for (int at = end; at < tokens.size() && at <= end + MOST_FILLERS; at++) {
      var token = tokens.get(at);
      if (token.word().before() != Pause.NONE || token.seam()) {
        return;
      }
      step(node, tokens, first, at, hits);
      if (!filler(token)) {
        return;
      }
    }
  }

  private boolean filler(Token token) {
    for (int candidate : token.candidates()) {
      if (fillers.contains(candidate)) {
        return true;
      }
    }
    return false;
  }
}
