package org.healthassistant.assistant.safety.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.healthassistant.assistant.safety.reading.CutOffs;
import org.healthassistant.assistant.safety.reading.Readings;
import org.healthassistant.assistant.safety.text.Concept;
import org.healthassistant.assistant.safety.text.Lexicon;

/// Reads the lexicon's files and notes what is wrong with them.
public final class LexiconReader {

  private static final int MOST_WORDS = 4;
  private static final String CUT_OFFS = PackIndex.CUT_OFFS;

  private record Entry(String concept, String kind, List<String> words) {
    Entry {
      concept = Objects.requireNonNullElse(concept, "");
      kind = Objects.requireNonNullElse(kind, "");
      words = List.copyOf(Objects.requireNonNullElse(words, List.of()));
    }
  }

  private final PackFiles files;
  private final PackIndex index;

  public LexiconReader(PackFiles files, PackIndex index) {
    this.files = files;
    this.index = index;
  }

  public Lexicon read() {
    var concepts = new ArrayList<Concept>();
    for (var name : index.concepts()) {
      concept(name).ifPresent(concepts::add);
    }
    var cutOffs = files.read(CUT_OFFS, CutOffs.class);
    cutOffs.ifPresent(data -> readings(data).forEach(concepts::add));
    var known = concepts.stream().map(Concept::id).toList();
    Lexicon.NEEDED.stream()
        .filter(needed -> !known.contains(needed))
        .forEach(needed -> files.problem(
            "pack.yaml", "lacks the concept '" + needed + "', which every pack needs"));
    cutOffs
        .map(Readings::new)
        .ifPresent(readings -> readings.words().stream()
            .filter(word -> !known.contains(word))
            .forEach(word -> files.problem(CUT_OFFS, "names the unknown concept '" + word + "'")));
    files.failOnProblems();
    return new Lexicon(concepts, spelling(), new Readings(cutOffs.orElseThrow()));
  }

  private List<Concept> readings(CutOffs data) {
    data.problems().forEach(problem -> files.problem(CUT_OFFS, problem));
    return data.readings().stream()
        .sorted()
        .map(id -> new Concept(
            id.substring(0, id.indexOf('/')), id.substring(id.indexOf('/') + 1), List.of()))
        .toList();
  }

  private Optional<Concept> concept(String name) {
    var phrases = new ArrayList<String>();
    String kind = "";
    for (var language : index.languages()) {
      var file = "lexicon/" + name + "." + language + ".yaml";
      var entry = files.read(file, Entry.class);
      if (entry.isEmpty()) {
        continue;
      }
      check(file, name, entry.get());
      if (!kind.isEmpty() && !kind.equals(entry.get().kind())) {
        files.problem(
            file,
            "has kind '" + entry.get().kind() + "', in another language it is '" + kind + "'");
      }
      kind = entry.get().kind();
      phrases.addAll(entry.get().words());
    }
    return kind.isEmpty() ? Optional.empty() : Optional.of(new Concept(kind, name, phrases));
  }

  private void check(String file, String name, Entry entry) {
    if (!entry.concept().equals(name)) {
      files.problem(file, "names the concept '" + entry.concept() + "', expected '" + name + "'");
    }
    if (entry.kind().isBlank()) {
      files.problem(file, "names no kind");
    }
    if (entry.words().isEmpty()) {
      files.problem(file, "has no words");
    }
    for (var phrase : entry.words()) {
      int words = phrase.strip().split(" +").length;
      if (phrase.isBlank() || words > MOST_WORDS) {
        files.problem(
            file, "holds the phrase '" + phrase + "' of " + words + " words; 1 to 4 are allowed");
      }
    }
  }

  private Lexicon.Spelling spelling() {
    var shorthand = new LinkedHashMap<String, String>();
    var ordinary = new ArrayList<String>();
    for (var language : index.languages()) {
      shorthand.putAll(files.map("text/shorthand." + language + ".yaml"));
      ordinary.addAll(files.list("text/ordinary." + language + ".yaml"));
    }
    Map<String, String> lookAlikes = files.map("text/look-alikes.yaml");
    files.failOnProblems();
    return new Lexicon.Spelling(lookAlikes, shorthand, ordinary);
  }
}
