package org.healthassistant.knowledge.ingest.document;

import java.util.Locale;
import java.util.Map;
import org.w3c.dom.Element;

/// Symbols that Word writes by the place of their picture in a font.
///
/// One that is not known here is a character that was lost ([\\uFFFD]), so that the draft is
/// refused with its place: a missing "≥" or "µ" changes a dose.
final class WordSymbols {
  private static final Map<String, String> SYMBOL = Map.ofEntries(
      Map.entry("a3", "≤"),
      Map.entry("a5", "∞"),
      Map.entry("ac", "←"),
      Map.entry("ad", "↑"),
      Map.entry("ae", "→"),
      Map.entry("af", "↓"),
      Map.entry("b0", "°"),
      Map.entry("b1", "±"),
      Map.entry("b3", "≥"),
      Map.entry("b4", "×"),
      Map.entry("b7", "•"),
      Map.entry("b8", "÷"),
      Map.entry("b9", "≠"),
      Map.entry("bb", "≈"),
      Map.entry("d7", "·"),
      Map.entry("61", "α"),
      Map.entry("62", "β"),
      Map.entry("67", "γ"),
      Map.entry("44", "Δ"),
      Map.entry("6d", "µ"));
  private static final Map<String, String> WINGDINGS = Map.ofEntries(
      Map.entry("6c", "•"),
      Map.entry("6e", "■"),
      Map.entry("71", "□"),
      Map.entry("76", "❖"),
      Map.entry("9f", "•"),
      Map.entry("a7", "▪"),
      Map.entry("a8", "□"),
      Map.entry("d8", "➢"),
      Map.entry("df", "←"),
      Map.entry("e0", "→"),
      Map.entry("fb", "✗"),
      Map.entry("fc", "✓"),
      Map.entry("fd", "✗"),
      Map.entry("fe", "✓"));

  private WordSymbols() {}

  /// The character that a `sym` shows.
  static String read(Element symbol) {
    String font = Xml.attribute(symbol, "font").toLowerCase(Locale.ROOT);
    String place = Xml.attribute(symbol, "char").toLowerCase(Locale.ROOT);
    String last = place.substring(Math.max(0, place.length() - 2));
    Map<String, String> known =
        font.equals("symbol") ? SYMBOL : font.equals("wingdings") ? WINGDINGS : Map.of();
    return known.getOrDefault(last, "\ufffd");
  }
}
