package org.healthassistant.assistant.workspace.dossier;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A stretch of a message with everything the screen saw there.
///
/// @param why explanations, joined; empty: nothing was seen
public record HighlightedText(String text, String why) {

  /// Cuts a text at the ends of its marks. The pieces joined are the text; marks beyond its end
  /// are cut short.
  static List<HighlightedText> cut(String text, List<Highlight> marks) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
    for (Highlight mark : marks) {
      cuts.add(Math.min(mark.start(), text.length()));
      cuts.add(Math.min(mark.end(), text.length()));
    }
    List<Integer> ends = List.copyOf(cuts);
    return IntStream.range(1, ends.size())
        .mapToObj(i -> piece(text, marks, ends.get(i - 1), ends.get(i)))
        .toList();
  }

  private static HighlightedText piece(String text, List<Highlight> marks, int from, int to) {
    String why = marks.stream()
        .filter(mark -> mark.start() <= from && mark.end() >= to)
        .map(Highlight::explanation)
        .distinct()
        .collect(Collectors.joining("; "));
    return new HighlightedText(text.substring(from, to), why);
  }

  @Override
  public String toString() {
    return "HighlightedText[REDACTED]";
  }
}
