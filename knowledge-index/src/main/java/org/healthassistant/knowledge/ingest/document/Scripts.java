package org.healthassistant.knowledge.ingest.document;

/// Writes raised and lowered text so that it cannot be taken for a part of what it stands at: a
/// dose of 2 with the note ² is not 22, and 10³ is not 103.
final class Scripts {
  private static final String PLAIN = "0123456789+-=()abcdefghijklmnoprstuvwxyz";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

  private Scripts() {}

  /// Raised text: numbers, and a letter by itself, by the characters made for them; anything
  /// else, such as the "th" of an ordinal, as it is.
  static String raised(String text) {
    String number = text.replaceAll("[\\[\\]\\s\u2009]", "").replace('−', '-').replace('–', '-');
    return number.matches("[\\d+=()-]*\\d[\\d+=()-]*") || number.matches("[a-pr-z]")
        ? written(number, RAISED)
        : number.matches("\\d+(,\\d+)+") ? written(number.replace(",", "⁻"), RAISED) : text;
  }

  /// Lowered text: numbers by the characters made for them, anything else as it is.
  static String lowered(String text) {
    String number = text.strip().replace('−', '-');
    return number.matches("[\\d+=()-]*\\d[\\d+=()-]*") ? written(number, LOWERED) : text;
  }

  private static String written(String text, String alphabet) {
    StringBuilder written = new StringBuilder();
    text.chars().forEach(letter -> {
      int at = PLAIN.indexOf(letter);
      written.append(at < 0 || at >= alphabet.length() ? (char) letter : alphabet.charAt(at));
    });
    return written.toString();
  }
}
