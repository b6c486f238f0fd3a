package org.healthassistant.assistant.answer.grounding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.healthassistant.assistant.answer.text.TextNormalizer;

/// Decides whether evidence supports a sentence. Deterministic, in English and Spanish; rather
/// drops a true sentence than shows a false one. Safe from any thread.
///
/// A sentence that stands in the evidence word by word is supported. Any other must share at
/// least 60 % of its content words, or words that say the same, with one sentence of the
/// evidence, or two adjacent ones, and nothing in it may differ from there: no number, unit,
/// bound, medicine, negation, direction, group of people, name or degree of certainty. A sentence
/// that joins statements may have each of them supported by another sentence.
public final class GroundingCheck {

  private static final Pattern ASKS = Pattern.compile(
      "^(?:you can |please )?ask\\b|^(?:puede )?(?:preguntar|pregunte|pregúnte\\w+)\\b",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private final SupportLimits limits;

  /// A check with the word lists that ship with the product.
  public GroundingCheck() {
    this(SupportLimits.BUILT_IN);
  }

  GroundingCheck(SupportLimits limits) {
    this.limits = limits;
  }

  /// Whether the evidence supports the sentence.
  ///
  /// @param sentence one sentence, without markers
  /// @param evidence the texts it cites; none supports nothing
  public Verdict check(String sentence, List<String> evidence) {
    List<List<String>> sources = evidence.stream()
        .map(TextNormalizer::sentences)
        .filter(sentences -> !sentences.isEmpty())
        .toList();
    if (sources.isEmpty()) {
      return new Unsupported("no-evidence");
    }
    String plain = TextNormalizer.singleSpaced(sentence);
    if (sources.stream().anyMatch(source -> source.contains(plain))) {
      return new Supported();
    }
    return checkParts(plain, sources);
  }

  /// A sentence, or each of the statements that it joins.
  private Verdict checkParts(String plain, List<List<String>> sources) {
    Verdict whole = judge(plain, sources);
    if (whole instanceof Supported) {
      return whole;
    }
    List<String> parts = Statements.of(plain);
    boolean all = parts.size() > 1
        && parts.stream().allMatch(part -> judge(part, sources) instanceof Supported);
    return all ? new Supported() : whole;
  }

  private Verdict judge(String plain, List<List<String>> sources) {
    ParsedSentence said = ParsedSentence.of(plain);
    Set<String> elsewhere = new HashSet<>();
    for (List<String> source : sources) {
      elsewhere.addAll(
          ParsedSentence.of(String.join(" ", source), said.lexicon).content.keySet());
    }
    boolean asks = plain.endsWith("?") || tellsToAsk(plain, sources);
    List<SupportRules> near = near(said, single(sources, asks), elsewhere);
    if (near.isEmpty()) {
      near = near(said, pairs(sources, asks), elsewhere);
    }
    if (near.isEmpty()) {
      return new Unsupported(missing(said, sources));
    }
    List<Optional<String>> broken = near.stream().map(SupportRules::broken).toList();
    return broken.contains(Optional.<String>empty())
        ? new Supported()
        : new Unsupported(broken.getFirst().orElse("words"));
  }

  private List<SupportRules> near(
      ParsedSentence said, List<String> windows, Set<String> elsewhere) {
    return windows.stream()
        .map(window ->
            new SupportRules(limits, said, ParsedSentence.of(window, said.lexicon), elsewhere))
        .filter(SupportRules::isNear)
        .sorted(Comparator.comparingDouble(SupportRules::shared).reversed())
        .toList();
  }

  /// Whether a sentence says that one can ask something, and cites nothing but questions to ask.
  private static boolean tellsToAsk(String plain, List<List<String>> sources) {
    return ASKS.matcher(plain).find()
        && sources.stream().flatMap(List::stream).allMatch(sentence -> sentence.endsWith("?"));
  }

  /// A question states nothing, so it supports only questions and the advice to ask them.
  private static List<String> single(List<List<String>> sources, boolean asks) {
    return sources.stream()
        .flatMap(List::stream)
        .filter(sentence -> asks || !sentence.endsWith("?"))
        .toList();
  }

  /// Looked at only when no single sentence is near: together, two sentences deny and affirm
  /// more.
  private static List<String> pairs(List<List<String>> sources, boolean asks) {
    List<String> pairs = new ArrayList<>();
    for (List<String> source : sources) {
      List<String> stating = single(List.of(source), asks);
      for (int i = 0; i + 1 < stating.size(); i++) {
        pairs.add(stating.get(i) + " " + stating.get(i + 1));
      }
    }
    return pairs;
  }

  /// Why nothing in the evidence is near: a number or medicine it nowhere has, or too few words.
  private static String missing(ParsedSentence said, List<List<String>> sources) {
    List<ParsedSentence> all = sources.stream()
        .map(source -> ParsedSentence.of(String.join(" ", source), said.lexicon))
        .toList();
    boolean numbers = said.quantities.stream()
        .allMatch(
            number -> all.stream().anyMatch(s -> s.quantities.stream().anyMatch(number::sameAs)));
    boolean medicines = said.medicines.values().stream()
        .allMatch(name -> all.stream().anyMatch(s -> s.medicines.containsValue(name)));
    if (!numbers) {
      return "number";
    }
    return medicines ? "words" : "medicine";
  }

  /// What became of a sentence.
  public sealed interface Verdict {}

  /// The evidence says it.
  public record Supported() implements Verdict {}

  /// The evidence does not say it, or it cannot be told.
  ///
  /// @param reason a stable word: `no-evidence`, `number`, `medicine`, `negation`, `opposite`,
  ///     `subject`, `name`, `certainty`, `words`
  public record Unsupported(String reason) implements Verdict {}
}
