package org.healthassistant.evaluation.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One JSON object of a JSONL file, read member by member; what is missing or of the wrong kind
/// is collected as a problem of its line, and the reading goes on with a stand-in.
public final class Line {

  private final Path file;
  private final int number;
  private final JsonNode node;
  private final List<String> problems;

  Line(Path file, int number, JsonNode node, List<String> problems) {
    this.file = file;
    this.number = number;
    this.node = node;
    this.problems = problems;
  }

  /// The text of a member that must be there; the empty text, and a problem, when it is not.
  public String text(String member) {
    JsonNode value = node.path(member);
    if (!value.isString()) {
      problem("needs a text member '" + member + "'");
      return "";
    }
    return value.stringValue();
  }

  /// The text of a member that may be absent or null.
  public Optional<String> optionalText(String member) {
    JsonNode value = node.path(member);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(text(member));
  }

  /// The texts of a list member; empty when it is absent.
  public List<String> texts(String member) {
    var found = new ArrayList<String>();
    for (JsonNode item : list(member)) {
      addText(item, member, found);
    }
    return List.copyOf(found);
  }

  /// The lists of texts of a member; a text where a list is expected counts as a list of one.
  public List<List<String>> textLists(String member) {
    var found = new ArrayList<List<String>>();
    for (JsonNode item : list(member)) {
      var inner = new ArrayList<String>();
      if (item.isArray()) {
        item.forEach(text -> addText(text, member, inner));
      } else {
        addText(item, member, inner);
      }
      found.add(List.copyOf(inner));
    }
    return List.copyOf(found);
  }

  /// Notes a problem of this line.
  ///
  /// @param what the rule and the way out, without the text of the case
  public void problem(String what) {
    problems.add(file + ":" + number + ": " + what);
  }

  private List<JsonNode> list(String member) {
    JsonNode value = node.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      problem("member '" + member + "' must be a list");
      return List.of();
    }
    return value.values().stream().toList();
  }

  private void addText(JsonNode item, String member, List<String> found) {
    if (item.isString()) {
      found.add(item.stringValue());
    } else {
      problem("member '" + member + "' must hold texts only");
    }
  }

  @Override
  public String toString() {
    return file + ":" + number + " [REDACTED]";
  }
}
