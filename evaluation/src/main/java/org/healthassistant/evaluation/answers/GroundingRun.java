package org.healthassistant.evaluation.answers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.healthassistant.assistant.answer.grounding.GroundingCheck;
import org.healthassistant.evaluation.dataset.JsonLines;
import org.healthassistant.evaluation.dataset.Line;
import org.healthassistant.evaluation.report.Bootstrap;
import org.healthassistant.evaluation.report.Interval;
import org.healthassistant.evaluation.report.Outcome;

/// Runs the product's grounding check over labelled sentences, in process.
///
/// The class of interest is *unsupported*: its recall is the share of false sentences that are
/// dropped, its precision how many of the dropped ones were false.
public final class GroundingRun {

  private static final String SUPPORTED = "supported";
  private static final String UNSUPPORTED = "unsupported";

  private GroundingRun() {}

  /// A sentence, the evidence it cites, and whether that supports it.
  public record Case(String id, String sentence, List<String> evidence, boolean supported) {

    /// Copies the list.
    public Case {
      evidence = List.copyOf(evidence);
    }

    @Override
    public String toString() {
      return "Case[" + id + ", [REDACTED]]";
    }
  }

  /// What the check said of a case.
  ///
  /// @param reason a stable word; empty when it is supported
  public record Judged(String id, boolean expected, boolean supported, String reason) {

    /// Whether the check was right.
    public boolean right() {
      return expected == supported;
    }
  }

  /// Reads cases: `{"id","sentence","evidence":["…"],"label":"supported|unsupported"}` a line.
  ///
  /// @throws org.healthassistant.evaluation.dataset.BadDataSet naming every wrong line
  public static List<Case> read(Path file) {
    return JsonLines.read(
        file,
        line ->
            new Case(line.text("id"), line.text("sentence"), line.texts("evidence"), label(line)));
  }

  /// Judges every case by the product's own check.
  public static List<Judged> judge(List<Case> cases) {
    var check = new GroundingCheck();
    return judge(cases, check::check);
  }

  /// Judges every case by a given check.
  static List<Judged> judge(
      List<Case> cases, BiFunction<String, List<String>, GroundingCheck.Verdict> check) {
    var judged = new ArrayList<Judged>();
    for (Case one : cases) {
      judged.add(
          switch (check.apply(one.sentence(), one.evidence())) {
            case GroundingCheck.Supported supported ->
              new Judged(one.id(), one.supported(), true, "");
            case GroundingCheck.Unsupported unsupported ->
              new Judged(one.id(), one.supported(), false, unsupported.reason());
          });
    }
    return judged;
  }

  /// The numbers of judged cases.
  public static Outcome outcome(List<Judged> judged, Map<String, String> facts) {
    var numbers = new LinkedHashMap<String, Interval>();
    numbers.put("accuracy", share(judged));
    numbers.put(
        "recall unsupported", share(judged.stream().filter(j -> !j.expected()).toList()));
    numbers.put(
        "precision unsupported",
        share(judged.stream().filter(j -> !j.supported()).toList()));
    numbers.put(
        "recall supported", share(judged.stream().filter(Judged::expected).toList()));
    numbers.put(
        "precision supported", share(judged.stream().filter(Judged::supported).toList()));
    return new Outcome("grounding", facts, numbers);
  }

  /// The share that the check got right; a share of the right ones among those it dropped is a
  /// precision, among those it should have dropped a recall.
  private static Interval share(List<Judged> judged) {
    return Bootstrap.usual()
        .mean(judged.stream().mapToDouble(j -> j.right() ? 1 : 0).toArray());
  }

  private static boolean label(Line line) {
    String label = line.text("label");
    if (!label.equals(SUPPORTED) && !label.equals(UNSUPPORTED)) {
      line.problem("needs a label 'supported' or 'unsupported'");
    }
    return label.equals(SUPPORTED);
  }
}
