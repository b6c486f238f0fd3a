package org.healthassistant.assistant.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.safety.rules.PackFiles;
import org.healthassistant.assistant.safety.rules.PackIndex;
import org.healthassistant.assistant.safety.rules.RulePattern;
import org.healthassistant.assistant.safety.text.Lexicon;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// Reads the rules' files, checks them against the lexicon and notes what is wrong with them.
final class RuleReader {

  private static final int FEWEST_EXAMPLES = 2;
  private static final String NEGATED = "cue/negated";
  private static final String FACT = "risk/";

  private record Source(
      @Nullable String name, @Nullable String url, @Nullable String date) {}

  private record Lifting(
      @Nullable List<String> risk, @Nullable String to) {}

  private record Entry(
      @Nullable String id,
      @Nullable String level,
      @Nullable List<String> all,
      @Nullable List<String> any,
      @Nullable List<String> unless,
      @Nullable String span,
      @Nullable Boolean whole,
      @Nullable Boolean explicit,
      @Nullable String contact,
      @Nullable Lifting lift,
      @Nullable Source source,
      @Nullable String explanation,
      @Nullable Map<String, List<String>> fire,
      @Nullable Map<String, List<String>> quiet) {}

  private final PackFiles files;
  private final PackIndex index;
  private final Lexicon lexicon;
  private final Set<String> seen = new LinkedHashSet<>();

  RuleReader(PackFiles files, PackIndex index, Lexicon lexicon) {
    this.files = files;
    this.index = index;
    this.lexicon = lexicon;
  }

  List<Rule> read() {
    var rules = new ArrayList<Rule>();
    for (var category : index.categories()) {
      var file = "rules/" + category + ".yaml";
      for (var entry : files.read(file, new TypeReference<List<Entry>>() {}).orElse(List.of())) {
        rules.add(rule(file, category, entry));
      }
    }
    files.failOnProblems();
    return rules;
  }

  private Rule rule(String file, String category, Entry entry) {
    var id = entry.id() == null ? "" : entry.id();
    var place = new Place(file, id);
    if (!id.startsWith(category + "-") || !seen.add(id)) {
      place.problem("needs an id of its own that begins with '" + category + "-'");
    }
    checkSource(place, entry);
    var unless = orEmpty(entry.unless());
    var needs = new ArrayList<RulePattern.Need>();
    orEmpty(entry.all()).forEach(item -> needs.add(need(place, List.of(item.split("\\|")))));
    if (!orEmpty(entry.any()).isEmpty()) {
      needs.add(need(place, orEmpty(entry.any())));
    }
    if (needs.isEmpty()) {
      place.problem("names no concept under 'all' or 'any'");
    }
    return new Rule(
        id,
        category,
        level(place, entry.level()),
        new RulePattern(
            needs,
            unless.stream()
                .filter(item -> !item.equals(NEGATED))
                .flatMap(item -> frames(place, item))
                .toList(),
            unless.contains(NEGATED),
            acrossClauses(place, entry.span()),
            Boolean.TRUE.equals(entry.whole())),
        !Boolean.FALSE.equals(entry.explicit()),
        contactUnsafe(place, entry.contact()),
        Optional.ofNullable(entry.lift()).map(lifting -> lift(place, lifting)),
        entry.explanation() == null ? "" : entry.explanation(),
        examples(place, "fire", entry.fire()),
        examples(place, "quiet", entry.quiet()));
  }

  private void checkSource(Place place, Entry entry) {
    var source = entry.source();
    if (source == null || blank(source.name()) || blank(source.url()) || blank(source.date())) {
      place.problem("has no source with name, url and date");
    }
    if (blank(entry.explanation())) {
      place.problem("has no explanation");
    }
  }

  private Map<String, List<String>> examples(
      Place place, String kind, @Nullable Map<String, List<String>> given) {
    var examples = given == null ? Map.<String, List<String>>of() : given;
    for (var language : index.languages()) {
      if (examples.getOrDefault(language, List.of()).size() < FEWEST_EXAMPLES) {
        place.problem(
            "needs " + FEWEST_EXAMPLES + " '" + kind + "' examples in '" + language + "'");
      }
    }
    return examples;
  }

  private RulePattern.Need need(Place place, List<String> concepts) {
    var parts = concepts.stream().collect(Collectors.partitioningBy(RuleReader::isFact));
    return new RulePattern.Need(
        parts.getOrDefault(false, List.of()).stream()
            .map(concept -> number(place, concept))
            .toList(),
        parts.getOrDefault(true, List.of()).stream()
            .map(fact -> fact(place, fact))
            .collect(Collectors.toSet()));
  }

  private static boolean isFact(String concept) {
    return concept.startsWith(FACT);
  }

  private static String fact(Place place, String concept) {
    var code = concept.substring(FACT.length());
    if (RiskFact.of(code).isEmpty()) {
      place.problem("names the unknown risk '" + code + "'");
    }
    return code;
  }

  private java.util.stream.Stream<RulePattern.Frame> frames(Place place, String item) {
    var alternatives = item.startsWith("frame/") ? index.frames().get(item) : List.of(item);
    if (alternatives == null) {
      place.problem("names the unknown frame '" + item + "'");
      return java.util.stream.Stream.of();
    }
    return alternatives.stream().map(alternative -> frame(place, alternative));
  }

  private RulePattern.Frame frame(Place place, String alternative) {
    var parts = Arrays.stream(alternative.split("\\+"))
        .collect(Collectors.partitioningBy(part -> part.startsWith("!")));
    return new RulePattern.Frame(
        parts.getOrDefault(false, List.of()).stream()
            .map(part -> number(place, part))
            .toList(),
        parts.getOrDefault(true, List.of()).stream()
            .map(part -> number(place, part.substring(1)))
            .toList());
  }

  private int number(Place place, String concept) {
    if (lexicon.ids().contains(concept)) {
      return lexicon.number(concept);
    }
    place.problem("names the unknown concept '" + concept + "'");
    return 0;
  }

  private static Level level(Place place, @Nullable String name) {
    var level =
        Arrays.stream(Level.values()).filter(value -> value.name().equals(name)).findFirst();
    if (level.isEmpty()) {
      place.problem(
          "has the level '" + name + "'; expected one of " + Arrays.toString(Level.values()));
    }
    return level.orElse(Level.EMERGENCY);
  }

  private static boolean acrossClauses(Place place, @Nullable String span) {
    if (span != null && !span.equals("clause") && !span.equals("message")) {
      place.problem("has the span '" + span + "'; expected 'clause' or 'message'");
    }
    return "message".equals(span);
  }

  private static boolean contactUnsafe(Place place, @Nullable String contact) {
    if (contact != null && !contact.equals("unsafe")) {
      place.problem("has the contact '" + contact + "'; expected 'unsafe'");
    }
    return contact != null;
  }

  private static Rule.Lift lift(Place place, Lifting lifting) {
    var risk = new LinkedHashSet<RiskFact>();
    for (var code : orEmpty(lifting.risk())) {
      RiskFact.of(code)
          .ifPresentOrElse(risk::add, () -> place.problem("names the unknown risk '" + code + "'"));
    }
    return new Rule.Lift(risk, level(place, lifting.to()));
  }

  private static List<String> orEmpty(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private final class Place {
    private final String file;
    private final String rule;

    Place(String file, String rule) {
      this.file = file;
      this.rule = rule;
    }

    private void problem(String what) {
      files.problem(file, "rule '" + rule + "' " + what);
    }
  }
}
