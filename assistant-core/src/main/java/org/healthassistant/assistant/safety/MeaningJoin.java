package org.healthassistant.assistant.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.safety.meaning.Part;
import org.healthassistant.assistant.safety.rules.PackFile;
import org.healthassistant.assistant.safety.rules.PackFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// What follows from the classifier's probabilities, by `safety/meaning/join.yaml`: which level
/// the message is raised to, of which category the finding is, and whether a rule that is not
/// explicit may give way.
///
/// Each unit of a message may raise it, so what stands around a concern never lowers it. A unit
/// that joins earlier messages raises only where those alone do not.
public final class MeaningJoin {

  private static final String JOIN = "meaning/join.yaml";
  private static final String OPENERS = "meaning/openers.yaml";
  private static final List<Level> RAISED = List.of(Level.EMERGENCY, Level.SAME_DAY, Level.ROUTINE);

  /// The probability of a level or a more urgent one from which a unit raises to it.
  ///
  /// @param whole for a whole message or one without courtesies
  /// @param window for a part of it
  /// @param joined for one behind earlier ones
  private record Thresholds(double whole, double window, double joined) {
    private double of(Part.Kind kind) {
      return switch (kind) {
        case WHOLE, BARE -> whole;
        case WINDOW -> window;
        case JOINED, EARLIER -> joined;
      };
    }
  }

  /// @param model the classifier that the numbers were chosen for
  /// @param harmless the probability of no danger from which a rule that is not explicit gives
  ///     way
  /// @param category the probability, among the dangerous ones, from which a category is named
  /// @param calm the categories that are no danger
  private record Entry(
      @Nullable String model,
      @Nullable Double harmless,
      @Nullable Double category,
      @Nullable List<String> calm,
      @Nullable Map<String, Thresholds> thresholds) {}

  private final String id;
  private final String model;
  private final double harmless;
  private final double sure;
  private final Set<String> calm;
  private final Map<Level, Thresholds> thresholds;
  private final Set<String> openers;

  private MeaningJoin(PackFiles files, Entry entry, Set<String> openers) {
    this.id = files.hash().substring(0, 8);
    this.model = entry.model() == null ? "" : entry.model();
    this.harmless = entry.harmless() == null ? 2 : entry.harmless();
    this.sure = entry.category() == null ? 2 : entry.category();
    this.calm = entry.calm() == null ? Set.of() : Set.copyOf(entry.calm());
    var read = new EnumMap<Level, Thresholds>(Level.class);
    for (var level : RAISED) {
      var given = entry.thresholds() == null ? null : entry.thresholds().get(level.name());
      if (given != null) {
        read.put(level, given);
      }
    }
    this.thresholds = Map.copyOf(read);
    this.openers = openers;
  }

  /// What ships with the product.
  ///
  /// @throws BrokenRulePack if it is missing or malformed; names every problem
  public static MeaningJoin builtIn() {
    return load(List.of(PackFile.resource(JOIN), PackFile.resource(OPENERS)));
  }

  /// Checks and reads the data.
  ///
  /// @param given `meaning/join.yaml` and `meaning/openers.yaml`
  /// @throws BrokenRulePack if anything is missing or malformed; names every problem
  public static MeaningJoin load(List<PackFile> given) {
    var files = new PackFiles(given);
    var entry = files.read(JOIN, Entry.class);
    var openers = files.read(OPENERS, new TypeReference<Map<String, List<String>>>() {});
    entry.ifPresent(read -> check(files, read));
    files.failOnProblems();
    var words = new LinkedHashSet<String>();
    openers.orElseThrow().values().forEach(words::addAll);
    return new MeaningJoin(files, entry.orElseThrow(), words);
  }

  private static void check(PackFiles files, Entry entry) {
    if (entry.model() == null || entry.model().isBlank()) {
      files.problem(JOIN, "names no model");
    }
    share(files, "harmless", entry.harmless());
    share(files, "category", entry.category());
    if (entry.calm() == null || entry.calm().isEmpty()) {
      files.problem(JOIN, "names no calm categories");
    }
    var thresholds = entry.thresholds() == null ? Map.<String, Thresholds>of() : entry.thresholds();
    for (var needed : List.of(Level.EMERGENCY, Level.SAME_DAY)) {
      if (!thresholds.containsKey(needed.name())) {
        files.problem(JOIN, "has no thresholds for " + needed);
      }
    }
    thresholds.forEach((level, of) -> {
      if (RAISED.stream().noneMatch(known -> known.name().equals(level))) {
        files.problem(JOIN, "has thresholds for the unknown level '" + level + "'");
      }
      share(files, level + " whole", of.whole());
      share(files, level + " window", of.window());
      share(files, level + " joined", of.joined());
    });
  }

  private static void share(PackFiles files, String name, @Nullable Double value) {
    if (value == null || !(value > 0 && value <= 1)) {
      files.problem(JOIN, "needs '" + name + "' above 0 and at most 1, has " + value);
    }
  }

  /// A hash over its data: 8 hexadecimal digits.
  public String id() {
    return id;
  }

  /// The name of the classifier that the numbers were chosen for; those of another mean nothing
  /// to them.
  public String model() {
    return model;
  }

  /// Words that begin a clause.
  Set<String> openers() {
    return openers;
  }

  /// The finding of the most urgent level that a unit asks for; empty when none does.
  Optional<Finding> read(MeaningReading meaning, ScreenedText message) {
    for (var level : RAISED) {
      var loudest = reached(level, meaning).stream()
          .max(Comparator.comparingDouble(unit -> score(level, unit)));
      if (loudest.isPresent()) {
        return loudest.map(unit -> finding(level, unit, message));
      }
    }
    return Optional.empty();
  }

  /// Whether the message is harmless beyond doubt: as a whole, and no part of it asks for more.
  boolean isSurelyHarmless(MeaningReading meaning) {
    var whole = meaning.units().stream()
        .filter(unit -> unit.unit().part().kind() == Part.Kind.WHOLE)
        .toList();
    return !whole.isEmpty()
        && whole.stream().allMatch(unit -> 1 - score(Level.SAME_DAY, unit) >= harmless)
        && reached(Level.SAME_DAY, meaning).isEmpty()
        && reached(Level.EMERGENCY, meaning).isEmpty();
  }

  /// The units that ask for a level. What earlier messages ask for by themselves is known, so
  /// joined to them nothing asks for it anew.
  private List<UnitReading> reached(Level level, MeaningReading meaning) {
    var limits = thresholds.get(level);
    if (limits == null) {
      return List.of();
    }
    var reached = new ArrayList<UnitReading>();
    boolean known = meaning.units().stream()
        .anyMatch(unit ->
            unit.unit().part().kind() == Part.Kind.EARLIER && score(level, unit) >= limits.whole());
    for (var unit : meaning.units()) {
      var kind = unit.unit().part().kind();
      boolean news = kind == Part.Kind.JOINED ? !known : kind != Part.Kind.EARLIER;
      if (news && score(level, unit) >= limits.of(kind)) {
        reached.add(unit);
      }
    }
    return reached;
  }

  /// The probability of the level or a more urgent one.
  private static double score(Level level, UnitReading unit) {
    double sum = 0;
    for (var each : Level.values()) {
      sum += each.atLeast(level) ? unit.levels().getOrDefault(each.name(), 0.0) : 0;
    }
    return sum;
  }

  private Finding finding(Level level, UnitReading unit, ScreenedText message) {
    int end = Math.min(unit.unit().part().end(), message.text().length());
    return new Finding(
        rule(level),
        category(unit),
        level,
        message.id(),
        Math.min(unit.unit().part().start(), end),
        end,
        explanation(level),
        true);
  }

  private static String rule(Level level) {
    return switch (level) {
      case EMERGENCY -> "meaning-emergency";
      case SAME_DAY -> "meaning-same-day";
      case ROUTINE, SELF_CARE -> "meaning-routine";
    };
  }

  private static String explanation(Level level) {
    var alike = switch (level) {
      case EMERGENCY -> "were emergencies";
      case SAME_DAY -> "needed somebody the same day";
      case ROUTINE, SELF_CARE -> "the care team had to see";
    };
    return "By meaning: no rule fired at this level, but it reads like messages that " + alike
        + ".";
  }

  private String category(UnitReading unit) {
    double danger = 0;
    String likeliest = Finding.UNCLEAR;
    double best = 0;
    for (var category : unit.categories().entrySet()) {
      if (!calm.contains(category.getKey())) {
        danger += category.getValue();
        if (category.getValue() > best) {
          best = category.getValue();
          likeliest = category.getKey();
        }
      }
    }
    return best >= sure * danger && danger > 0 ? likeliest : Finding.UNCLEAR;
  }
}
