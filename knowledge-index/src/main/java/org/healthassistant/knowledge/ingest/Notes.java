package org.healthassistant.knowledge.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.healthassistant.knowledge.article.Condition;
import org.healthassistant.knowledge.article.Conditional;
import org.jspecify.annotations.Nullable;

/// What an article notes below a question, in lines of a block quote: its wordings (`ask`), the
/// patient's value (`value`) and sentences for some (`if`).
///
/// @param asks how people ask it
/// @param value a LOINC code; null for none
/// @param conditionals sentences for those to whom they apply
record Notes(List<String> asks, @Nullable String value, List<Conditional> conditionals) {
  private static final Pattern NOTE =
      Pattern.compile("(?<key>ask|value|if (?<when>.+?)):\\s+(?<text>\\S.*)");
  private static final Pattern KEY = Pattern.compile("^>\\s*(ask:.*|value:|if .+?:(?=\\s))");
  private static final Pattern LOINC = Pattern.compile("\\d{1,7}-\\d");

  /// What readers see of a line of a file: nothing of a wording, in which people's misspelling is
  /// meant, and of another note what stands behind its key.
  static String shown(String line) {
    return KEY.matcher(line).replaceFirst("");
  }

  /// The notes of a question; empty when what stands below it is none.
  static Optional<BlockQuote> below(Node heading, SourceText source) {
    return heading.getNext() instanceof BlockQuote quote
            && NOTE.matcher(text(source.line(firstLine(quote, source)))).matches()
        ? Optional.of(quote)
        : Optional.empty();
  }

  /// Reads the notes; what is wrong with a line is added to the problems.
  static Notes read(BlockQuote quote, SourceText source, List<Problem> problems) {
    List<String> asks = new ArrayList<>();
    List<Conditional> conditionals = new ArrayList<>();
    @Nullable String value = null;
    int first = firstLine(quote, source);
    for (int line = first; line < first + quote.getSourceSpans().size(); line++) {
      Matcher note = NOTE.matcher(text(source.line(line)));
      if (!note.matches() || !source.line(line).strip().startsWith(">")) {
        problems.add(source.problem(
            line,
            "note",
            "a line is no note of a question",
            "write '> ask: …', '> value: LOINC' or '> if CONDITION: …', then an empty line"));
        continue;
      }
      String text = note.group("text").strip();
      switch (note.group("key")) {
        case "ask" -> asks.add(text);
        case "value" -> {
          value = text;
          checkValue(text, line, source, problems);
        }
        default ->
          conditional(note.group("when").strip(), text, line, source, problems)
              .ifPresent(conditionals::add);
      }
    }
    return new Notes(asks, value, conditionals);
  }

  private static void checkValue(
      String value, int line, SourceText source, List<Problem> problems) {
    if (!LOINC.matcher(value).matches()) {
      problems.add(source.problem(
          line, "value", "'" + value + "' is no LOINC code", "write one, as 4548-4"));
    }
  }

  private static Optional<Conditional> conditional(
      String when, String sentence, int line, SourceText source, List<Problem> problems) {
    Optional<Condition> condition = Condition.parse(when);
    if (condition.isEmpty()) {
      problems.add(source.problem(
          line,
          "condition",
          "the condition '" + when + "' is not known",
          "use a risk fact, medicine:…, allergy:…, condition:topic, age<5 or age>=65"));
    }
    return condition.map(known -> new Conditional(known, sentence));
  }

  private static String text(String line) {
    return line.strip().replaceFirst("^>\\s*", "");
  }

  private static int firstLine(BlockQuote quote, SourceText source) {
    return source.lineOfBody(quote.getSourceSpans().getFirst().getLineIndex() + 1);
  }
}
