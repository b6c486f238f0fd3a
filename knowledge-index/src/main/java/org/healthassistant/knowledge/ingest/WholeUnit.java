package org.healthassistant.knowledge.ingest;

import java.util.List;
import java.util.StringJoiner;
import org.healthassistant.knowledge.text.Language;
import org.healthassistant.knowledge.text.SentenceSplitter;
import org.healthassistant.knowledge.text.Span;

/// Writes a text so that it is quoted as a whole: as one sentence, whatever sentences it holds.
public final class WholeUnit {
  private static final String ENDINGS = ".!?…";
  private static final String CLOSINGS = "\"'”’»)]";

  private WholeUnit() {}

  /// The text as one sentence: its sentences are joined by semicolons.
  public static String write(String text, Language language) {
    String unit = text;
    List<Span> sentences = SentenceSplitter.split(unit, language);
    while (sentences.size() > 1) {
      StringJoiner joined = new StringJoiner("; ");
      for (int i = 0; i < sentences.size(); i++) {
        String sentence = sentences.get(i).in(unit);
        String open = i + 1 == sentences.size() ? sentence : withoutEnd(sentence);
        if (!open.isBlank()) {
          joined.add(open);
        }
      }
      unit = joined.toString();
      sentences = SentenceSplitter.split(unit, language);
    }
    return unit;
  }

  /// The text as one sentence behind what it stands under, which may be empty.
  public static String write(String leadIn, String text, Language language) {
    String before = openEnd(write(leadIn, language));
    String whole = before.isEmpty() ? text : before + ": " + text;
    String unit = write(whole, language);
    return unit.isEmpty() || LeadIns.endsOpen(unit) || isFinished(unit) ? unit : unit + ".";
  }

  private static boolean isFinished(String text) {
    return !withoutEnd(text).equals(text);
  }

  /// A lead-in or heading without the mark at its end; a question loses its opening mark too.
  private static String openEnd(String text) {
    String open = text.strip();
    int end = open.length();
    while (end > 0 && ":：.!?…;,–—- ".indexOf(open.charAt(end - 1)) >= 0) {
      end--;
    }
    return open.substring(0, end).replaceFirst("^[¿¡]+\\s*", "").strip();
  }

  private static String withoutEnd(String sentence) {
    int end = sentence.length();
    while (end > 0
        && (ENDINGS.indexOf(sentence.charAt(end - 1)) >= 0
            || CLOSINGS.indexOf(sentence.charAt(end - 1)) >= 0)) {
      end--;
    }
    StringBuilder kept = new StringBuilder(sentence.substring(0, end));
    sentence
        .substring(end)
        .chars()
        .filter(mark -> ENDINGS.indexOf(mark) < 0)
        .forEach(mark -> kept.append((char) mark));
    return kept.toString().strip();
  }
}
