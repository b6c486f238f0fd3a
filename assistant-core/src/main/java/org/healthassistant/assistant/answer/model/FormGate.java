package org.healthassistant.assistant.answer.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.TextNormalizer;

/// Whether a sentence that a model wrote has the form of one that may be shown, whatever its
/// support: plain words from a capital to an end mark, no markup, no link, no name that the
/// evidence lacks, no word of the model on itself; and none of what only people may say
/// (`answer/form.yaml`). Deterministic; safe from any thread.
final class FormGate {

  private static final Data DATA = AnswerData.read("form.yaml", Data.class);
  private static final List<Pattern> ASIDES = compiled(DATA.asides());
  private static final Map<String, List<Pattern>> NEVER = DATA.never().entrySet().stream()
      .collect(
          Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> compiled(entry.getValue())));

  private static final int LEAST_WORDS = 2;
  private static final int MOST_WORDS = 40;

  private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]{1,200})]\\([^)\\s]{0,300}\\)");
  private static final Pattern EMPHASIS =
      Pattern.compile("(\\*{1,3}|_{1,3}|~~|`{1,3})(?=\\S)(.{1,300}?)(?<=\\S)\\1");
  private static final Pattern WHOLE =
      Pattern.compile("[\"“«(]?[\\p{Lu}\\d¿¡].*[.!?][\"”»)]?", Pattern.DOTALL);

  /// Letters of the two languages, figures, and the marks of plain prose.
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{IsLatin}\\p{M}\\d\\s.,;:!?¿¡'’‘\"“”«»()/%°º½¼¾+\\-–—−µ&]*");
  private static final Pattern ADDRESS = Pattern.compile(
      "://|\\bwww\\.|@|\\b[\\w-]+\\.(?:com|org|net|gov|edu|info|io|mx|es|us)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern TITLED =
      Pattern.compile("\\b(?:Mr|Mrs|Ms|Dr|Sr|Sra|Srta|Dra|Don|Doña)\\.?\\s+\\p{Lu}");
  /// A word with a capital that does not begin a sentence.
  private static final Pattern INNER = Pattern.compile(
      "(?<![.!?:]\\s{0,2}[\"“«¿¡(]{0,2})(?<!^[\"“«¿¡(]{0,2})(?<![\\p{L}\\p{M}\\d'’-])"
          + "(\\p{Lu}[\\p{L}\\p{M}\\d'’-]*)");

  /// Of temperatures; and the one word that is always written so.
  private static final Set<String> SCALES = Set.of("F", "C", "I");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d'’-]+");

  private FormGate() {}

  /// What became of a sentence.
  sealed interface Verdict {}

  /// It may be shown, in these words.
  record Passed(String text) implements Verdict {}

  /// It must not.
  ///
  /// @param reason a stable word: `aside`, `markup`, `link`, `cut`, `length`, `diagnosis`,
  ///     `medicine-change`, `alert`, `emergency-number`, `identity`
  record Refused(String reason) implements Verdict {}

  /// Looks at a sentence.
  ///
  /// @param written as the model wrote it, without ids
  /// @param evidence the texts it cites
  static Verdict look(String written, List<String> evidence) {
    String said = unmarked(written);
    if (isQuoted(said, evidence)) {
      return new Passed(said);
    }
    if (ADDRESS.matcher(said).find() || LINK.matcher(written).find()) {
      return new Refused("link");
    }
    if (!PLAIN.matcher(said).matches()) {
      return new Refused("markup");
    }
    if (!WHOLE.matcher(said).matches()) {
      return new Refused("cut");
    }
    long words = WORD.matcher(said).results().count();
    if (words < LEAST_WORDS || words > MOST_WORDS) {
      return new Refused("length");
    }
    return spoken(said, evidence);
  }

  private static Verdict spoken(String said, List<String> evidence) {
    String folded = TextNormalizer.fold(said);
    if (ASIDES.stream().anyMatch(aside -> aside.matcher(folded).find())) {
      return new Refused("aside");
    }
    for (Map.Entry<String, List<Pattern>> never : NEVER.entrySet()) {
      if (never.getValue().stream().anyMatch(form -> form.matcher(folded).find())) {
        return new Refused(never.getKey());
      }
    }
    return namesOther(said, evidence) ? new Refused("identity") : new Passed(said);
  }

  /// Whether the evidence says it word by word: what people have vetted may be quoted.
  private static boolean isQuoted(String said, List<String> evidence) {
    return said.length() > 1
        && evidence.stream()
            .flatMap(text -> TextNormalizer.sentences(text).stream())
            .anyMatch(said::equals);
  }

  /// Whether it names somebody or something, by a capital within the sentence or a title, that
  /// the evidence does not.
  private static boolean namesOther(String said, List<String> evidence) {
    if (TITLED.matcher(said).find()) {
      return true;
    }
    Set<String> known = new HashSet<>();
    evidence.forEach(text -> words(text).forEach(word -> known.add(key(word))));
    return INNER
        .matcher(said)
        .results()
        .map(inner -> inner.group(1))
        .filter(word -> !SCALES.contains(word))
        .anyMatch(word -> !known.contains(key(word)));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  private static String key(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /// Without marks of emphasis; a heading's and a quote's marks stay, and are refused.
  private static String unmarked(String written) {
    String plain = EMPHASIS.matcher(written.strip()).replaceAll("$2");
    return TextNormalizer.singleSpaced(EMPHASIS.matcher(plain).replaceAll("$2"));
  }

  private static List<Pattern> compiled(Collection<String> forms) {
    return forms.stream()
        .map(form ->
            form.replace("{illness}", DATA.illness()).replace("{medicine}", DATA.medicine()))
        .map(Pattern::compile)
        .toList();
  }

  private record Data(
      List<String> asides, String illness, String medicine, Map<String, List<String>> never) {}
}
