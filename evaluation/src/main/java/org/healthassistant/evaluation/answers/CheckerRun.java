package org.healthassistant.evaluation.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.grounding.GroundingCheck;
import org.healthassistant.evaluation.dataset.JsonLines;
import org.healthassistant.evaluation.report.Bootstrap;
import org.healthassistant.evaluation.report.Interval;
import org.healthassistant.evaluation.report.Outcome;

/// Runs the product's check over sentences that keep or change what their evidence says: the
/// share of changed facts that it catches, whole, by language and by kind, and the share of true
/// paraphrases that it keeps.
public final class CheckerRun {

  private static final String TRUE = "true";

  private CheckerRun() {}

  /// A sentence and what the check said of it.
  ///
  /// @param kind `true`, or what was changed
  public record Judged(String id, String language, String kind, boolean supported, String reason) {

    boolean isTrue() {
      return kind.equals(TRUE);
    }

    boolean right() {
      return supported == isTrue();
    }
  }

  /// Judges all sentences of a folder's `*.jsonl` files, in the order of the files' names.
  ///
  /// @throws org.healthassistant.evaluation.dataset.BadDataSet naming every wrong line
  public static List<Judged> judge(Path folder) {
    GroundingCheck check = new GroundingCheck();
    List<Judged> judged = new ArrayList<>();
    for (Path file : files(folder)) {
      judged.addAll(JsonLines.read(file, line -> {
        GroundingCheck.Verdict verdict = check.check(line.text("sentence"), line.texts("evidence"));
        String reason =
            verdict instanceof GroundingCheck.Unsupported unsupported ? unsupported.reason() : "";
        return new Judged(
            line.text("id"), line.text("lang"), line.text("kind"), reason.isEmpty(), reason);
      }));
    }
    return judged;
  }

  /// The numbers of judged sentences.
  public static Outcome outcome(List<Judged> judged, Map<String, String> facts) {
    Map<String, Interval> numbers = new LinkedHashMap<>();
    numbers.put("changed facts caught", share(judged, one -> !one.isTrue()));
    numbers.put("true paraphrases kept", share(judged, Judged::isTrue));
    for (String language :
        judged.stream().map(Judged::language).distinct().sorted().toList()) {
      numbers.put(
          "changed facts caught " + language,
          share(judged, one -> !one.isTrue() && one.language().equals(language)));
      numbers.put(
          "true paraphrases kept " + language,
          share(judged, one -> one.isTrue() && one.language().equals(language)));
    }
    Map<String, Interval> kinds = new TreeMap<>();
    judged.stream()
        .map(Judged::kind)
        .filter(kind -> !kind.equals(TRUE))
        .distinct()
        .forEach(kind ->
            kinds.put("caught: " + kind, share(judged, one -> one.kind().equals(kind))));
    numbers.putAll(kinds);
    return new Outcome("checker", facts, numbers);
  }

  private static Interval share(List<Judged> judged, Predicate<Judged> which) {
    return Bootstrap.usual()
        .mean(judged.stream()
            .filter(which)
            .mapToDouble(one -> one.right() ? 1 : 0)
            .toArray());
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
