package org.healthassistant.evaluation.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.healthassistant.evaluation.dataset.JsonLines;
import org.healthassistant.evaluation.dataset.Line;

/// A question with what its reply must and must not say.
///
/// Expressions ignore case and are looked for anywhere in the reply.
///
/// @param language `en` or `es`
/// @param patient the id of the demo patient who asks; empty: the first one
/// @param must groups of which each must be met; a group is met when one of its expressions is
/// found
/// @param mustNot expressions of which none may be found
public record AnswerCase(
    String id,
    String language,
    String text,
    Optional<String> patient,
    List<List<Pattern>> must,
    List<Pattern> mustNot) {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /// Copies the lists.
  public AnswerCase {
    must = must.stream().map(List::copyOf).toList();
    mustNot = List.copyOf(mustNot);
  }

  /// Reads cases, one JSON object a line: `{"id","lang","text","patient"?,"must":[[regex…]…],
  /// "must_not":[regex…]}`.
  ///
  /// @throws org.healthassistant.evaluation.dataset.BadDataSet naming every wrong line
  public static List<AnswerCase> read(Path file) {
    return JsonLines.read(
        file,
        line -> new AnswerCase(
            line.text("id"),
            line.text("lang"),
            line.text("text"),
            line.optionalText("patient"),
            line.textLists("must").stream().map(group -> patterns(line, group)).toList(),
            patterns(line, line.texts("must_not"))));
  }

  /// The numbers, from 1, of the groups that a reply does not meet.
  public List<Integer> missing(String reply) {
    var missing = new ArrayList<Integer>();
    for (int group = 0; group < must.size(); group++) {
      if (must.get(group).stream().noneMatch(pattern -> pattern.matcher(reply).find())) {
        missing.add(group + 1);
      }
    }
    return missing;
  }

  /// The numbers, from 1, of the forbidden expressions that a reply holds.
  public List<Integer> forbidden(String reply) {
    var found = new ArrayList<Integer>();
    for (int i = 0; i < mustNot.size(); i++) {
      if (mustNot.get(i).matcher(reply).find()) {
        found.add(i + 1);
      }
    }
    return found;
  }

  private static List<Pattern> patterns(Line line, List<String> expressions) {
    var compiled = new ArrayList<Pattern>();
    for (String expression : expressions) {
      try {
        compiled.add(Pattern.compile(expression, FLAGS));
      } catch (PatternSyntaxException e) {
        line.problem("has a wrong expression: " + e.getDescription());
      }
    }
    return compiled;
  }

  @Override
  public String toString() {
    return "AnswerCase[" + id + ", [REDACTED]]";
  }
}
