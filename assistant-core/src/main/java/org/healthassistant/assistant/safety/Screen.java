package org.healthassistant.assistant.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.healthassistant.assistant.safety.meaning.ReadingUnits;
import org.healthassistant.assistant.safety.rules.Crossing;
import org.healthassistant.assistant.safety.rules.RuleMatcher;
import org.healthassistant.assistant.safety.text.AnnotatedText;
import org.healthassistant.assistant.safety.text.Hit;

/// Decides how urgent a message is: by rules, by the messages before it, by what the record says,
/// and by its meaning.
///
/// A level is that of the most urgent way in which the message can be read: with the messages
/// before it and without them, as written and bare. So what stands around a concern never lowers
/// it.
///
/// Deterministic: the same input and the same pack always give the same decision. Safe for use by
/// any number of threads.
public final class Screen {

  /// The most of a message that is read, in UTF-16 units; its two halves when it is longer.
  private static final int LONGEST = 64 * 1024;

  private static final int LONGEST_CONTEXT = 8 * 1024;

  /// What may stand around anything: no level depends on it.
  private static final Set<String> POLITE = Set.of(
      "function/greeting",
      "function/general-question",
      "function/laughter",
      "function/reassurance");

  private final RulePack pack;
  private final MeaningJoin meaning;
  private final ReadingUnits units;
  private final Crossing crossing;
  private final String id;

  /// A screen of the given rules and the given reading of what the classifier says.
  public Screen(RulePack pack, MeaningJoin meaning) {
    this.pack = pack;
    this.meaning = meaning;
    this.units = new ReadingUnits(pack.lexicon(), POLITE, meaning.openers());
    this.crossing = new Crossing(pack.lexicon());
    this.id = pack.id() + "-" + meaning.id();
  }

  /// The screen that ships with the product.
  ///
  /// @throws IllegalStateException if the data shipped is damaged; names every problem
  public static Screen builtIn() {
    return new Screen(RulePack.builtIn(), MeaningJoin.builtIn());
  }

  /// The parts of a message that its classifier has to read, alone and behind the messages before
  /// it.
  ///
  /// Never throws.
  ///
  /// @return none for a message without letters and digits; empty when cutting broke: the message
  ///     then counts as not read
  public Optional<List<ReadingUnit>> units(ScreenedText message, List<ScreenedText> context) {
    try {
      var earlier = context.stream().map(before -> tail(before.text())).toList();
      return Optional.of(
          units.cut(message.text(), earlier).stream().map(ReadingUnit::new).toList());
    } catch (RuntimeException | StackOverflowError broken) {
      return Optional.empty();
    }
  }

  /// The name of the classifier that belongs to this screen.
  public String classifier() {
    return meaning.model();
  }

  /// Decides on a message.
  ///
  /// Never throws: what breaks inside gives `SAME_DAY` with `failed` set and a finding
  /// `screen-failed`.
  public TriageDecision screen(Screening input) {
    List<Finding> findings = new ArrayList<>();
    boolean failed = false;
    try {
      findings.addAll(byRules(input));
      if (input.isRead() && meaning.isSurelyHarmless(input.meaning().orElseThrow())) {
        Set<String> unread = behindOthers(findings, input);
        unread.addAll(behindTheRecord(findings, input));
        findings.removeIf(finding -> givesWay(finding) && !unread.contains(finding.rule()));
      }
    } catch (RuntimeException | StackOverflowError broken) {
      failed = true;
    }
    var decision = decision(findings, false, failed, input);
    return raiseByMeaning(decision, input);
  }

  /// Reads late probabilities: the decision made before, raised where they ask for more, never
  /// lowered.
  ///
  /// Never throws; what breaks inside is handled as by [#screen].
  ///
  /// @param before the decision made without them
  /// @param input the same message, now read by the classifier
  /// @return the same decision when the input is not read
  public TriageDecision raiseByMeaning(TriageDecision before, Screening input) {
    if (input.meaning().isEmpty()) {
      return before;
    }
    var findings = new ArrayList<>(before.findings());
    boolean failed = before.failed();
    try {
      raise(before.level(), input).ifPresent(findings::add);
    } catch (RuntimeException broken) {
      failed = true;
    }
    return decision(findings, input.isRead(), failed, input);
  }

  /// Reads a record that came late: the decision made before, raised where the risk facts of the
  /// record ask for more, never lowered. What the words ask for without them was decided before.
  ///
  /// Never throws; what breaks inside is handled as by [#screen].
  ///
  /// @param before the decision made without them
  /// @param input the same message with the risk facts
  public TriageDecision raiseByRisk(TriageDecision before, Screening input) {
    var findings = new ArrayList<>(before.findings());
    boolean failed = before.failed();
    try {
      var words = byRules(input.withoutRisk());
      byRules(input).stream()
          .filter(finding -> !words.contains(finding))
          .filter(finding -> !before.level().atLeast(finding.level()))
          .forEach(findings::add);
    } catch (RuntimeException | StackOverflowError broken) {
      failed = true;
    }
    return decision(findings, before.meaningRead(), failed, input);
  }

  /// Whether a finding rests on words that do not state the danger, so that it counts only while
  /// the classifier is not sure of the contrary.
  private boolean givesWay(Finding finding) {
    return finding.level().atLeast(Level.SAME_DAY)
        && pack.rules().stream()
            .anyMatch(rule -> !rule.explicit() && rule.id().equals(finding.rule()));
  }

  /// The rules that fired on what was written in other conversations too, which the classifier
  /// did not read: it can be sure of nothing against them.
  private static Set<String> behindOthers(List<Finding> findings, Screening input) {
    var others = input.elsewhere().stream().map(ScreenedText::id).collect(Collectors.toSet());
    return findings.stream()
        .filter(finding -> others.contains(finding.message()))
        .map(Finding::rule)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /// The rules that would not have fired, or not at that level, without what the record says,
  /// which the classifier does not know.
  private Set<String> behindTheRecord(List<Finding> findings, Screening input) {
    if (input.risk().isEmpty()) {
      return Set.of();
    }
    var alone = byRules(input.withoutRisk());
    return findings.stream()
        .filter(finding -> alone.stream()
            .noneMatch(one -> sameReason(one, finding) && one.level() == finding.level()))
        .map(Finding::rule)
        .collect(Collectors.toSet());
  }

  /// Whether a decision says of a message that calls or texts to its writer are not safe, by a
  /// rule about these; what earlier messages said does not count.
  public boolean saysContactIsUnsafe(TriageDecision decision, String messageId) {
    return decision.findings().stream()
        .filter(finding -> finding.message().equals(messageId))
        .anyMatch(finding -> pack.rules().stream()
            .anyMatch(rule -> rule.contactUnsafe() && rule.id().equals(finding.rule())));
  }

  /// The id of the rules and the classifier in use; changes whenever their data does.
  public String packId() {
    return id;
  }

  /// Whether what stands between two offsets of a sentence is denied by the words before it.
  ///
  /// Made for measuring: anything may stand there, known to the lexicon or not.
  public boolean denied(String sentence, int start, int end) {
    return pack.lexicon().denied(sentence, start, end);
  }

  private List<Finding> byRules(Screening input) {
    var sources = new ArrayList<ScreenedText>(input.elsewhere());
    sources.addAll(input.context());
    sources.add(input.message());
    int current = sources.size() - 1;
    var texts = new ArrayList<String>();
    for (int at = 0; at < sources.size(); at++) {
      var text = sources.get(at).text();
      texts.add(at == current ? text : tail(text));
    }
    var halves = new HeadAndTail(texts.get(current), LONGEST);
    var found = new ArrayList<Finding>();
    for (var half : halves.parts()) {
      for (var written : new LinkedHashSet<>(List.of(half.text(), unbroken(half.text())))) {
        texts.set(current, written);
        for (var reading : pack.lexicon().readings(texts, POLITE)) {
          byRules(reading, sources, input, half.offset()).forEach(finding -> {
            if (found.stream().noneMatch(known -> sameReason(known, finding))) {
              found.add(finding);
            }
          });
        }
      }
    }
    return found;
  }

  /// The text with a blank for each picture and line break, which may stand in the middle of
  /// anything; of the same length.
  private static String unbroken(String text) {
    var unbroken = new StringBuilder(text.length());
    text.codePoints().forEach(sign -> {
      boolean breaks = switch (Character.getType(sign)) {
        case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL -> true;
        default -> sign == '\n' || sign == '\r';
      };
      if (breaks) {
        unbroken.repeat(' ', Character.charCount(sign));
      } else {
        unbroken.appendCodePoint(sign);
      }
    });
    return unbroken.toString();
  }

  private static boolean sameReason(Finding one, Finding other) {
    return one.rule().equals(other.rule()) && one.message().equals(other.message());
  }

  private List<Finding> byRules(
      AnnotatedText reading, List<ScreenedText> sources, Screening input, int offset) {
    int courtesy = pack.lexicon().number("function/courtesy");
    var facts = input.risk().stream().map(RiskFact::code).collect(Collectors.toSet());
    var matcher = new RuleMatcher(
        reading, input.elsewhere().size(), sources.size() - 1, crossing, courtesy, facts);
    var found = new ArrayList<Finding>();
    for (var rule : pack.rules()) {
      var hits = matcher.match(rule.pattern());
      if (!hits.isEmpty()) {
        var risk = matcher.isAboutPatient(hits) ? input.risk() : Set.<RiskFact>of();
        found.addAll(findings(rule, hits, reading, sources, risk, offset));
      }
    }
    return found;
  }

  private static List<Finding> findings(
      Rule rule,
      List<Hit> hits,
      AnnotatedText reading,
      List<ScreenedText> sources,
      Set<RiskFact> risk,
      int offset) {
    var spans = new TreeMap<Integer, int[]>(Comparator.reverseOrder());
    for (var hit : hits) {
      for (int word = hit.first(); word < hit.end(); word++) {
        int message = reading.message(word);
        int shift = message == sources.size() - 1
            ? offset
            : tailOffset(sources.get(message).text());
        spans.merge(
            message,
            new int[] {reading.start(word) + shift, reading.end(word) + shift},
            (old, more) -> new int[] {Math.min(old[0], more[0]), Math.max(old[1], more[1])});
      }
    }
    var level = rule.levelFor(risk);
    var explanation = level == rule.level()
        ? rule.explanation()
        : rule.explanation() + " Raised because of what the record says of this patient.";
    var findings = new ArrayList<Finding>();
    spans.forEach((message, span) -> findings.add(new Finding(
        rule.id(),
        rule.category(),
        level,
        sources.get(message).id(),
        span[0],
        span[1],
        explanation,
        false)));
    return findings;
  }

  private static String tail(String text) {
    return text.substring(tailOffset(text));
  }

  private static int tailOffset(String text) {
    return Math.max(0, text.length() - LONGEST_CONTEXT);
  }

  private Optional<Finding> raise(Level level, Screening input) {
    return meaning
        .read(input.meaning().orElseThrow(), input.message())
        .filter(finding -> !level.atLeast(finding.level()));
  }

  private TriageDecision decision(
      List<Finding> findings, boolean meaningRead, boolean failed, Screening input) {
    var sorted = new ArrayList<>(findings);
    if (failed && sorted.stream().noneMatch(finding -> finding.rule().equals("screen-failed"))) {
      var message = input.message();
      sorted.add(new Finding(
          "screen-failed",
          "human-request",
          Level.SAME_DAY,
          message.id(),
          0,
          message.text().length(),
          "The message could not be screened. Please read it.",
          false));
    }
    sorted.sort(Comparator.comparing(Finding::level).reversed());
    var level = sorted.isEmpty() ? Level.SELF_CARE : sorted.getFirst().level();
    var categories = sorted.stream().map(Finding::category).distinct().toList();
    return new TriageDecision(level, categories, sorted, meaningRead, failed, id);
  }
}
