package org.healthassistant.assistant.protocol;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A text as words: lower case, without accents and apostrophes, parted into clauses. One pass.
///
/// @param words without those that carry no meaning here
record Words(List<Word> words) {

  private static final String ENDS = ".;!?,\n\r\u2026";

  Words {
    words = List.copyOf(words);
  }

  /// @param form as folded
  /// @param clause which clause it stands in, from 0
  /// @param asked whether that clause ends with a question mark
  record Word(String form, int clause, boolean asked) {}

  /// Reads a text.
  ///
  /// @param fillers what is left out
  static Words of(String text, Set<String> fillers) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    List<Word> found = new ArrayList<>();
    StringBuilder form = new StringBuilder();
    int clause = 0;
    int first = 0;
    for (int at = 0; at <= plain.length(); at++) {
      char sign = at < plain.length() ? plain.charAt(at) : '\n';
      if (Character.isLetterOrDigit(sign)) {
        form.append(Character.toLowerCase(sign));
      } else if (!isInside(sign)) {
        String word = form.toString();
        form.setLength(0);
        if (!word.isEmpty() && !fillers.contains(word)) {
          found.add(new Word(word, clause, false));
        }
        if (endsClause(sign)) {
          if (sign == '?') {
            markAsked(found, first);
          }
          first = found.size();
          clause++;
        }
      }
    }
    return new Words(found);
  }

  static boolean endsClause(char sign) {
    return ENDS.indexOf(sign) >= 0;
  }

  /// Accents that stand by themselves after the letters they belong to, and apostrophes.
  private static boolean isInside(char sign) {
    return Character.getType(sign) == Character.NON_SPACING_MARK
        || sign == '\''
        || sign == '\u2019';
  }

  private static void markAsked(List<Word> found, int from) {
    found
        .subList(from, found.size())
        .replaceAll(word -> new Word(word.form(), word.clause(), true));
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  List<String> forms() {
    return words.stream().map(Word::form).toList();
  }

  /// The words of one clause.
  Words clause(int number) {
    return new Words(words.stream().filter(word -> word.clause() == number).toList());
  }

  int clauses() {
    return words.isEmpty() ? 0 : words.getLast().clause() + 1;
  }

  /// Where a phrase stands within one clause, from a place on; -1 where it does not.
  int find(List<String> phrase, int from) {
    for (int at = from; at + phrase.size() <= words.size(); at++) {
      if (stands(phrase, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean stands(List<String> phrase, int at) {
    int clause = words.get(at).clause();
    for (int i = 0; i < phrase.size(); i++) {
      Word word = words.get(at + i);
      if (word.clause() != clause || !word.form().equals(phrase.get(i))) {
        return false;
      }
    }
    return !phrase.isEmpty();
  }

  boolean has(Phrases phrases) {
    return phrases.all().stream().anyMatch(phrase -> find(phrase, 0) >= 0);
  }

  boolean startsWith(Phrases phrases) {
    return phrases.all().stream()
        .anyMatch(phrase -> phrase.size() <= words.size() && stands(phrase, 0));
  }

  /// Whether it says one of the phrases and nothing else.
  boolean is(Phrases phrases) {
    return phrases.all().contains(forms());
  }
}
