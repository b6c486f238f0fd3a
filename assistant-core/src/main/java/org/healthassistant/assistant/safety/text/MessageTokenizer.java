package org.healthassistant.assistant.safety.text;

import java.util.ArrayList;
import java.util.List;

/// Turns the text of one message into the lexicon's words: cut, written out, looked up.
final class MessageTokenizer {

  private static final int SHORTEST_SPELLING = 3;

  private final Tokeniser tokeniser;
  private final Shorthand shorthand;
  private final Vocabulary vocabulary;

  MessageTokenizer(Tokeniser tokeniser, Shorthand shorthand, Vocabulary vocabulary) {
    this.tokeniser = tokeniser;
    this.shorthand = shorthand;
    this.vocabulary = vocabulary;
  }

  List<Token> tokens(String text, int message) {
    var tokens = new ArrayList<Token>();
    for (var word : shorthand.expand(joinSpelledOut(tokeniser.words(text)))) {
      boolean seam = message > 0 && tokens.isEmpty();
      var candidates = vocabulary.candidates(word.form());
      if (candidates.length > 0) {
        tokens.add(new Token(message, word, candidates, seam));
      } else {
        split(word)
            .forEach(part -> tokens.add(new Token(
                message, part, vocabulary.candidates(part.form()), seam && tokens.isEmpty())));
      }
    }
    return tokens;
  }

  /// `s u i c i d e` becomes one word when the lexicon knows it.
  private List<Word> joinSpelledOut(List<Word> words) {
    var joined = new ArrayList<Word>(words.size());
    for (int at = 0; at < words.size(); ) {
      int end = at;
      while (end < words.size()
          && end - at < 20
          && single(words.get(end))
          && (end == at || close(words.get(end)))) {
        end++;
      }
      if (end - at >= SHORTEST_SPELLING) {
        var spelled = new StringBuilder();
        words.subList(at, end).forEach(word -> spelled.append(word.form()));
        if (vocabulary.id(spelled.toString()) != null) {
          var first = words.get(at);
          joined.add(new Word(
              spelled.toString(), first.start(), words.get(end - 1).end(), first.before()));
          at = end;
          continue;
        }
      }
      end = Math.max(end, at + 1);
      joined.addAll(words.subList(at, end));
      at = end;
    }
    return joined;
  }

  private static boolean single(Word word) {
    return word.form().length() == 1 && Character.isLetter(word.form().charAt(0));
  }

  private static boolean close(Word word) {
    return word.before() == Pause.NONE;
  }

  /// Two words run together, or what stands between the signs and digits of one that is no word.
  private List<Word> split(Word word) {
    var form = word.form();
    var pair = vocabulary.runTogether(form);
    if (pair != null) {
      return List.of(part(word, pair.getFirst(), true), part(word, pair.getLast(), false));
    }
    if (Vocabulary.isNumber(form) || form.chars().allMatch(Character::isLetter)) {
      return List.of(word);
    }
    var parts = new ArrayList<Word>();
    int from = 0;
    for (int at = 1; at <= form.length(); at++) {
      if (at == form.length() || kind(form.charAt(at)) != kind(form.charAt(at - 1))) {
        if (kind(form.charAt(from)) > 0) {
          parts.add(part(word, form.substring(from, at), parts.isEmpty()));
        }
        from = at;
      }
    }
    return parts.isEmpty() ? List.of(word) : parts;
  }

  private static Word part(Word whole, String form, boolean first) {
    return new Word(form, whole.start(), whole.end(), first ? whole.before() : Pause.NONE);
  }

  private static int kind(char sign) {
    if (Character.isLetter(sign)) {
      return 2;
    }
    return Character.isDigit(sign) || ".,/:".indexOf(sign) >= 0 ? 1 : 0;
  }
}
