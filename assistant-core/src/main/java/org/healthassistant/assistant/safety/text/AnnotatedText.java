package org.healthassistant.assistant.safety.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the lexicon found in one or several messages of a patient.
///
/// Messages are read as one text. A clause ends at punctuation, at a new line and before a
/// contrast word; between two messages it ends too, but the two clauses at the seam count as
/// one for whoever asks [#sameClause], so that `my chest` and `hurts bad` sent one after the
/// other meet.
public final class AnnotatedText {

  private static final int[] NOWHERE = {};
  private static final int LONGEST_OPENING = 5;

  private final Lexicon lexicon;
  private final List<Token> tokens;
  private final List<Hit> hits;
  private final int[] clauses;
  private final int[] sentences;
  private final int[] joined;
  private final Map<Integer, int[]> byConcept = new HashMap<>();
  private final BitSet contents = new BitSet();
  private final BitSet denied;

  AnnotatedText(Lexicon lexicon, List<Token> tokens, List<Hit> found) {
    this.lexicon = lexicon;
    this.tokens = List.copyOf(tokens);
    this.hits = Masking.apply(found, lexicon, tokens.size());
    index();
    this.clauses = new int[tokens.size()];
    this.sentences = new int[tokens.size()];
    this.joined = new int[tokens.size()];
    cut();
    this.denied = new Negation(this).denied(hits, deniableByStart());
  }

  private void index() {
    var lists = new HashMap<Integer, List<Integer>>();
    for (int number = 0; number < hits.size(); number++) {
      lists
          .computeIfAbsent(hits.get(number).concept(), key -> new ArrayList<>())
          .add(number);
    }
    lists.forEach((concept, list) ->
        byConcept.put(concept, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  private void cut() {
    var contrasts = new BitSet();
    for (int number : hitsOf(lexicon.number("cue/contrast"))) {
      contrasts.set(hits.get(number).first());
    }
    int clause = 0;
    int sentence = 0;
    int group = 0;
    for (int at = 0; at < tokens.size(); at++) {
      var pause = tokens.get(at).word().before();
      boolean seam = tokens.get(at).seam();
      boolean hard = at > 0 && (pause == Pause.HARD || contrasts.get(at) || seam);
      if (hard || (at > 0 && pause == Pause.SOFT)) {
        clause++;
        group += seam ? 0 : 1;
      }
      sentence += hard ? 1 : 0;
      clauses[at] = clause;
      sentences[at] = sentence;
      joined[at] = group;
    }
  }

  private int[][] deniableByStart() {
    var starts = new int[tokens.size()][];
    Arrays.fill(starts, NOWHERE);
    for (int number = 0; number < hits.size(); number++) {
      var concept = lexicon.concept(hits.get(number).concept());
      int first = hits.get(number).first();
      if (concept.content()) {
        contents.set(first, hits.get(number).end());
      }
      if (concept.deniable()) {
        starts[first] = Arrays.copyOf(starts[first], starts[first].length + 1);
        starts[first][starts[first].length - 1] = number;
      }
    }
    return starts;
  }

  /// The words covered by a concept of that id.
  public BitSet words(String concept) {
    var covered = new BitSet();
    for (int number : hitsOf(lexicon.number(concept))) {
      covered.set(hits.get(number).first(), hits.get(number).end());
    }
    return covered;
  }

  List<Token> tokens() {
    return tokens;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  Token token(int at) {
    return tokens.get(at);
  }

  /// How many words there are.
  public int size() {
    return tokens.size();
  }

  /// The numbers of the hits of a concept, by their place; empty when it does not occur. The
  /// array is shared and must not be changed.
  public int[] hitsOf(int concept) {
    return byConcept.getOrDefault(concept, NOWHERE);
  }

  /// The hits of a concept by its id, by their place; empty when it does not occur.
  public List<Hit> hitsOf(String id) {
    return Arrays.stream(hitsOf(lexicon.number(id))).mapToObj(hits::get).toList();
  }

  /// A word, folded to what it looks like.
  public String form(int word) {
    return tokens.get(word).word().form();
  }

  /// How much stands between a word and the one before it: 0 for nothing, 1 for a comma and the
  /// like, 2 for the end of a sentence or of a message.
  public int pause(int word) {
    return tokens.get(word).seam() ? 2 : tokens.get(word).word().before().ordinal();
  }

  /// A hit by its number.
  public Hit hit(int number) {
    return hits.get(number);
  }

  /// Whether the hit of that number is denied.
  public boolean denied(int number) {
    return denied.get(number);
  }

  /// The clause a word stands in, counted from 0 over all messages.
  public int clause(int word) {
    return clauses[word];
  }

  /// The sentence a word stands in, counted from 0; a contrast word begins one too.
  public int sentence(int word) {
    return sentences[word];
  }

  /// Whether two words stand in one clause, or in two that meet at the seam of two messages.
  public boolean sameClause(int one, int other) {
    return joined[one] == joined[other];
  }

  /// Whether a word stands in a short opening clause that says nothing itself (`years ago, …`)
  /// and colours the clause of the other word, which follows.
  ///
  /// `years ago, i wanted to die`: the cue `ago` stands in the clause right before that of
  /// `die`, in the same sentence; its clause has two words and holds no concept, so the past
  /// colours `die`. `my chest hurt years ago, i want to die` does not: that clause says
  /// something of its own. Nor does an opening of more than five words, which is a clause in
  /// its own right. At most five words are looked at in each direction, whatever the length of
  /// the text.
  public boolean leadsInto(int word, int other) {
    boolean before = clauses[word] + 1 == clauses[other] && sentences[word] == sentences[other];
    if (!before) {
      return false;
    }
    int first = word;
    while (word - first <= LONGEST_OPENING && first > 0 && clauses[first - 1] == clauses[word]) {
      first--;
    }
    int end = word + 1;
    while (end - first <= LONGEST_OPENING && clauses[end] == clauses[word]) {
      end++;
    }
    int content = contents.nextSetBit(first);
    return end - first <= LONGEST_OPENING && (content < 0 || content >= end);
  }

  /// Which of the messages a word stands in, counted from 0.
  public int message(int word) {
    return tokens.get(word).message();
  }

  /// Where a word begins in its message as written, in UTF-16 units.
  public int start(int word) {
    return tokens.get(word).word().start();
  }

  /// Where a word ends in its message as written.
  public int end(int word) {
    return tokens.get(word).word().end();
  }

  @Override
  public String toString() {
    return "AnnotatedText[REDACTED]";
  }
}
