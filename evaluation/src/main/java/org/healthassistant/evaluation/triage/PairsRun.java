package org.healthassistant.evaluation.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.Screen;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.safety.Screening;
import org.healthassistant.knowledge.text.Language;

/// Measures whether a message ever becomes less urgent by being written differently: each variant
/// of a message is screened, and must not fall below the message as it was written.
///
/// Half of the variants are made by one transformation, the others by two or three, one after the
/// other. A message split over several is as urgent as the most urgent of them.
public final class PairsRun {

  /// A variant that fell below its message.
  ///
  /// @param id of the message
  /// @param kinds the transformations that made it
  /// @param from the level of the message
  /// @param to the level of the variant
  public record Fall(
      String id, List<String> kinds, Level from, Level to, List<String> context, String text) {

    /// Copies the lists.
    public Fall {
      kinds = List.copyOf(kinds);
      context = List.copyOf(context);
    }
  }

  /// What a run gave.
  ///
  /// @param messages how many were above `SELF_CARE` and could fall
  /// @param variants how many were screened
  /// @param kinds how many transformations there are
  /// @param composed how many variants were made by more than one
  /// @param byKind for each transformation alone, how many variants and how many of them fell
  /// @param falls every one
  public record Result(
      int messages,
      int variants,
      int kinds,
      int composed,
      Map<String, int[]> byKind,
      List<Fall> falls) {

    /// Copies what it is given.
    public Result {
      byKind = Map.copyOf(byKind);
      falls = List.copyOf(falls);
    }
  }

  private static final Transformations TRANSFORMATIONS = new Transformations();

  private final Screen screen;
  private final Optional<MessageReader> reader;
  private final Map<String, int[]> byKind = new LinkedHashMap<>();
  private final List<Fall> falls = new ArrayList<>();
  private int messages;
  private int composed;
  private int variants;

  private PairsRun(Screen screen, Optional<MessageReader> reader) {
    this.screen = screen;
    this.reader = reader;
  }

  /// Makes and screens the variants with the product's screen.
  ///
  /// @param cases the messages; those that the screen finds harmless are left out
  /// @param each how many variants of each message
  /// @param seed the same seed gives the same variants
  /// @param meaning whether the classifier takes part
  public static Result run(List<TriageCase> cases, int each, long seed, boolean meaning) {
    var screen = Screen.builtIn();
    if (!meaning) {
      return run(screen, Optional.empty(), cases, each, seed);
    }
    try (var reader = new MessageReader(screen)) {
      return run(screen, Optional.of(reader), cases, each, seed);
    }
  }

  private static Result run(
      Screen screen, Optional<MessageReader> reader, List<TriageCase> cases, int each, long seed) {
    var all = new PairsRun(screen, reader);
    cases.parallelStream()
        .map(one -> {
          var run = new PairsRun(screen, reader);
          run.take(one, each, seed);
          return run;
        })
        .forEachOrdered(all::add);
    return new Result(
        all.messages,
        all.variants,
        TRANSFORMATIONS.names().size(),
        all.composed,
        all.byKind,
        all.falls);
  }

  private void take(TriageCase one, int each, long seed) {
    var level = level(one.id(), one.earlier(), one.text());
    if (level != Level.SELF_CARE) {
      messages++;
      // A seed of its own, so that a message has the same variants in whatever set it stands.
      vary(one, level, each, new SplittableRandom(seed ^ one.text().hashCode()));
    }
  }

  private void add(PairsRun other) {
    messages += other.messages;
    variants += other.variants;
    composed += other.composed;
    falls.addAll(other.falls);
    other.byKind.forEach((kind, counts) ->
        byKind.merge(kind, counts, (one, more) -> new int[] {one[0] + more[0], one[1] + more[1]}));
  }

  private void vary(TriageCase one, Level level, int each, SplittableRandom random) {
    var names = TRANSFORMATIONS.names();
    int first = random.nextInt(names.size());
    for (int number = 0; number < each; number++) {
      var kinds = new ArrayList<String>();
      kinds.add(names.get((first + number) % names.size()));
      if (number % 2 == 1) {
        for (int more = 1 + random.nextInt(2); more > 0; more--) {
          kinds.add(names.get(random.nextInt(names.size())));
        }
        composed++;
      }
      check(one, level, kinds, random);
    }
  }

  private void check(TriageCase one, Level level, List<String> kinds, SplittableRandom random) {
    var variant = new Variant(one.earlier(), one.text());
    for (var kind : kinds) {
      variant =
          TRANSFORMATIONS.named(kind).apply(variant, Language.orFallback(one.language()), random);
    }
    variants++;
    var now = highest(one, variant);
    boolean fell = !now.atLeast(level);
    if (fell) {
      falls.add(new Fall(one.id(), kinds, level, now, variant.context(), variant.text()));
    }
    if (kinds.size() == 1) {
      int[] counts = byKind.computeIfAbsent(kinds.getFirst(), any -> new int[2]);
      counts[0]++;
      counts[1] += fell ? 1 : 0;
    }
  }

  /// The level of the message, or of one before it that belongs to the variant alone.
  private Level highest(TriageCase one, Variant variant) {
    var highest = level(one.id(), variant.context(), variant.text());
    int given = one.earlier().size();
    for (int at = variant.context().size() - 1; at >= given && highest != Level.EMERGENCY; at--) {
      highest = Level.max(
          highest,
          level(one.id(), variant.context().subList(0, at), variant.context().get(at)));
    }
    return highest;
  }

  private Level level(String id, List<String> context, String text) {
    var earlier = new ArrayList<ScreenedText>();
    for (var before : context) {
      earlier.add(new ScreenedText("context-" + earlier.size(), before));
    }
    var input = new Screening(new ScreenedText(id, text), earlier, Set.of(), Optional.empty());
    return screen.screen(reader.map(read -> read.read(input)).orElse(input)).level();
  }
}
