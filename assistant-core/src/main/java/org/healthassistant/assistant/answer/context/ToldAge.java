package org.healthassistant.assistant.answer.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.healthassistant.assistant.answer.text.PhraseMatcher;

/// Reads an age that somebody tells unasked: `my 3 year old`, `i am 70`, `mi bebé tiene 8 meses`.
/// A number that counts something else is none: `i am 8 weeks pregnant`, `tengo 39 de fiebre`.
final class ToldAge {

  private static final double OLDEST = 115;

  /// Somebody younger does not write of himself.
  private static final double YOUNGEST_WRITER = 10;

  private final ContextWords words;
  private final Spans spans;

  ToldAge(ContextWords words, Spans spans) {
    this.words = words;
    this.spans = spans;
  }

  /// Where an age stands in a text, and how many years it is; the first one.
  Optional<Spans.Stretch> find(String text) {
    List<String> all = Spans.cut(text);
    return IntStream.range(0, all.size())
        .boxed()
        .flatMap(at -> at(text, all, at).stream())
        .filter(age -> age.counts() <= OLDEST)
        .findFirst();
  }

  private Optional<Spans.Stretch> at(String text, List<String> all, int at) {
    Optional<Spans.Stretch> counted = spans.stretch(all, at, words.years().units());
    if (counted.isPresent() && saysThatItIsOne(all, at) && !isStretch(all, counted.get())) {
      return counted;
    }
    String before = " " + String.join(" ", all.subList(0, at)) + " ";
    Predicate<List<String>> leads =
        phrases -> phrases.stream().anyMatch(phrase -> before.endsWith(" " + phrase + " "));
    ContextWords.Aged aged = words.years().aged();
    if (counted.isPresent()
        && goesOn(all, counted.get().to())
        && aged.child().stream().anyMatch(phrase -> leads.test(List.of(phrase)))) {
      return counted;
    }
    boolean measured = ContextWords.anyIn(PhraseMatcher.plain(text), aged.notWith());
    return spans
        .whole(all, at)
        .filter(age -> !measured && goesOn(all, age.to()))
        .filter(age -> leads.test(aged.others())
            || age.counts() >= YOUNGEST_WRITER && leads.test(aged.writer()));
  }

  /// Whether a word after a number says that it is an age.
  private boolean saysThatItIsOne(List<String> all, int at) {
    String rest = " " + String.join(" ", all.subList(at + 1, all.size())) + " ";
    return words.years().told().values().stream()
        .flatMap(List::stream)
        .anyMatch(word ->
            rest.startsWith(" " + word + " ") || rest.matches("^ (?:[a-z]+) " + word + " .*"));
  }

  /// Whether the years are those for which something goes on: `tengo 3 años con tos`.
  private boolean isStretch(List<String> all, Spans.Stretch years) {
    List<String> before = new ArrayList<>(all.subList(0, years.from()));
    if (!before.isEmpty() && words.years().notAfter().contains(before.getLast())) {
      return true;
    }
    return years.counts() < YOUNGEST_WRITER
        && years.to() < all.size()
        && words.years().aged().lasting().contains(all.get(years.to()));
  }

  /// Whether nothing that a number could count follows.
  private boolean goesOn(List<String> all, int from) {
    return from == all.size() || words.years().aged().follow().contains(all.get(from));
  }
}
