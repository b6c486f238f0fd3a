package org.healthassistant.evaluation.triage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.MeaningJoin;
import org.healthassistant.assistant.safety.RulePack;
import org.healthassistant.assistant.safety.Screen;
import org.healthassistant.assistant.safety.rules.PackFile;
import org.healthassistant.evaluation.triage.MeaningThresholds.Sure;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Makes trained classifiers ready to ship, the first and the second that reads whole messages
/// beside it: chooses their thresholds on the messages kept from the training of both, measures
/// them with the rules on the messages set aside, and writes both down beside their files.
public final class MeaningTraining {

  private static final String JOIN = "meaning/join.yaml";
  private static final String CARD = "model-card.json";
  private static final List<String> FILES =
      List.of("model.onnx", "tokenizer.json", "LICENSE", "NOTICE", CARD);
  private static final List<String> FOLDERS = List.of("", "second");

  /// What may be alarmed wrongly; the rest of the product's false alarms is the rules'.
  private static final MeaningThresholds.Allowed EMERGENCY =
      new MeaningThresholds.Allowed(0.02, 0.006, 0.2);

  private static final MeaningThresholds.Allowed SAME_DAY =
      new MeaningThresholds.Allowed(0.05, 0.015, 0.3);

  private record Kept(String id, String writer) {}

  private final Path model;
  private final Path data;
  private final Consumer<String> told;

  private MeaningTraining(Path model, Path data, Consumer<String> told) {
    this.model = model;
    this.data = data;
    this.told = told;
  }

  /// Writes the files of both models, the second's into `second`, and `join.yaml`; takes some
  /// minutes.
  ///
  /// @param model the folder that `triage.py` wrote, with `second` by `second.py` in it
  /// @param data the folder with `training` and `set-aside`
  /// @param out made where it is missing
  /// @param told what was chosen and measured, a line each
  /// @throws IOException if a file cannot be read or written
  public static void write(Path model, Path data, Path out, Consumer<String> told)
      throws IOException {
    new MeaningTraining(model, data, told).write(out);
  }

  private void write(Path out) throws IOException {
    Files.createDirectories(out);
    var units = Screen.builtIn();
    try (var reader = new MessageReader(units, model, model.resolve("second"))) {
      var thresholds = thresholds(reader);
      var sure = thresholds.sureOfNoDanger();
      var join = join(reader.classifier(), thresholds, sure);
      told.accept(join);
      Files.writeString(out.resolve("join.yaml"), join, StandardCharsets.UTF_8);
      var screen = new Screen(
          RulePack.builtIn(),
          MeaningJoin.load(
              List.of(new PackFile(JOIN, join), PackFile.resource("meaning/openers.yaml"))));
      var cases = new ArrayList<TriageCase>();
      for (var file : files("set-aside")) {
        cases.addAll(TriageCases.read(file));
      }
      var report = TriageRun.run(cases, screen, Optional.of(reader)).report();
      told.accept(report.table());
      for (var folder : FOLDERS) {
        copy(model.resolve(folder), out.resolve(folder));
      }
      writeCard(out, report, sure);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (var file : FILES) {
      if (Files.exists(from.resolve(file)) && !Files.isSameFile(from, to)) {
        Files.write(to.resolve(file), Files.readAllBytes(from.resolve(file)));
      }
    }
  }

  private MeaningThresholds thresholds(MessageReader reader) throws IOException {
    var messages = new ArrayList<MeaningThresholds.Read>();
    for (var one : kept()) {
      messages.add(
          new MeaningThresholds.Read(one, reader.read(one.screening()).meaning().orElseThrow()));
    }
    return new MeaningThresholds(messages);
  }

  private static String join(String classifier, MeaningThresholds thresholds, Sure sure) {
    return """
        # What follows from the classifier's probabilities. Written by 'evaluation train meaning';
        # chosen on %d messages that were kept from its training.
        # A unit raises to a level from this probability of it or a more urgent one on.
        model: %s
        # From this probability of no danger on, a rule that is not explicit gives way: %s of the
        # dangerous messages kept reach it, and %s of the others.
        harmless: %s
        # From this share of the probability of all dangerous categories on, one is named.
        category: 0.6
        calm: [none, routine, human-request]
        thresholds:
        """.formatted(
                thresholds.count(), classifier, sure.missed(), sure.harmless(), sure.from())
        + thresholds.choose(Level.EMERGENCY, EMERGENCY).yaml()
        + thresholds.choose(Level.SAME_DAY, SAME_DAY).yaml();
  }

  /// The messages kept from the training of both models, as they were written: what was kept from
  /// the first's is among those of the second, which came later.
  private List<TriageCase> kept() throws IOException {
    Map<String, Set<String>> ids = new HashMap<>();
    for (var line : Files.readAllLines(model.resolve("second/dev.jsonl"))) {
      var kept = JsonMapper.shared().readValue(line, Kept.class);
      ids.computeIfAbsent(kept.writer(), any -> new HashSet<>()).add(kept.id());
    }
    var cases = new ArrayList<TriageCase>();
    for (var file : files("training")) {
      var writer = String.valueOf(file.getFileName()).replace(".jsonl", "");
      TriageCases.read(file).stream()
          .filter(one -> ids.getOrDefault(writer, Set.of()).contains(one.id()))
          .forEach(cases::add);
    }
    return cases;
  }

  private List<Path> files(String part) throws IOException {
    try (var files = Files.list(data.resolve(part))) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }

  private void writeCard(Path out, TriageReport report, Sure sure) throws IOException {
    var card = JsonMapper.shared()
        .readValue(
            Files.readString(out.resolve(CARD)),
            new TypeReference<LinkedHashMap<String, Object>>() {});
    var measured = new LinkedHashMap<String, String>();
    report.lines().forEach((name, share) -> {
      if (!name.startsWith("category")) {
        measured.put(name, share.toString());
      }
    });
    card.put(
        "sureOfNoDanger",
        new TreeMap<>(Map.of(
            "from", sure.from(),
            "dangerousKeptThatReachIt", sure.missed().toString(),
            "othersKeptThatReachIt", sure.harmless().toString())));
    card.put("measuredWithTheRulesOnTheMessagesSetAside", measured);
    Files.writeString(
        out.resolve(CARD),
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(card)
            + "\n",
        StandardCharsets.UTF_8);
  }
}
