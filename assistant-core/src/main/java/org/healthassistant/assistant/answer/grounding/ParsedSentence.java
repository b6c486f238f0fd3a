package org.healthassistant.assistant.answer.grounding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.healthassistant.assistant.answer.text.Medicines;
import org.healthassistant.assistant.answer.text.TextNormalizer;

/// A sentence, or two adjacent ones, taken apart for comparing: what it speaks of, with which
/// polarity, numbers, medicines, people, directions and degree of certainty.
final class ParsedSentence {

  private static final Set<String> LINKS = Set.of("and", "or", "y", "e", "o", "u");

  /// Stands in a word before letters that are figures.
  static final String FIGURES = "zzq";

  private static final Pattern NAMED = Pattern.compile("\\b([a-z]{1,6})-?(\\d{1,3})([a-z]?)\\b");

  final GroundingLexicon lexicon;
  final List<String> parts;

  /// Stem to whether it occurs affirmed (true), denied (false), or both; in order of first use.
  final Map<String, Set<Boolean>> content = new LinkedHashMap<>();

  /// The places of each stem.
  final Map<String, List<Integer>> places = new HashMap<>();

  /// TextNormalizer that carry little; they are not counted as content.
  final Set<String> light = new HashSet<>();

  /// The stems of each stretch between commas and links, where it has any.
  final List<Set<String>> stretches = new ArrayList<>();

  final List<Quantity> quantities;
  final Map<Integer, String> medicines = new LinkedHashMap<>();
  final Map<Integer, String> groups = new LinkedHashMap<>();
  final Set<String> certainty = new LinkedHashSet<>();
  boolean hedged;

  private ParsedSentence(List<String> parts, GroundingLexicon lexicon) {
    this.parts = parts;
    this.lexicon = lexicon;
    this.quantities = Quantities.of(parts, lexicon);
    read();
  }

  /// Takes a text apart in a language.
  static ParsedSentence of(String text, GroundingLexicon lexicon) {
    return new ParsedSentence(
        TextNormalizer.cut(lexicon.phrases(named(TextNormalizer.fold(text)))), lexicon);
  }

  /// Takes a text apart in its own language.
  static ParsedSentence of(String text) {
    return of(text, GroundingLexicon.detect(TextNormalizer.cut(TextNormalizer.fold(text))));
  }

  /// What is named by letters and figures, as `b12` or `covid-19`, is one word: its figures count
  /// nothing.
  private static String named(String folded) {
    return NAMED
        .matcher(folded)
        .replaceAll(name -> name.group(1) + FIGURES + letters(name.group(2)) + name.group(3));
  }

  private static String letters(String figures) {
    return figures
        .chars()
        .mapToObj(figure -> String.valueOf((char) ('a' + figure - '0')))
        .collect(Collectors.joining());
  }

  /// Whether a place holds a word that says what is spoken of.
  boolean isContent(int at) {
    String part = parts.get(at);
    return TextNormalizer.isWord(part)
        && !lexicon.words.isStop(part)
        && !lexicon.words.isNumberWord(part)
        && !lexicon.words.isLight(part)
        && part.length() > 1
        && !(lexicon.rates.contains(part) && at + 1 < parts.size() && isRate(at + 1));
  }

  /// Whether a place says how often, as `day` in `a day`, `per day`, `every day`: it is no time
  /// of day, and what is taken so often is compared with the number before it.
  boolean isRate(int at) {
    String unit = lexicon.words.unit(parts.get(at));
    return unit != null && at > 0 && lexicon.rates.contains(parts.get(at - 1));
  }

  /// Walks over the parts once and notes of each what it says and whether that is denied.
  ///
  /// "Do not take ibuprofen, but acetaminophen is fine": from `not` on everything is denied, so
  /// `ibuprofen` is noted as denied; `but` ends the scope, so `acetaminophen` is affirmed. The
  /// comma and the link also end a stretch: each stretch must later share a word with the
  /// evidence. A passive word looks back instead: in "Grapefruit should be avoided" it makes
  /// what was said of the clause so far denied. A word such as "avoid" denies what follows it
  /// and not itself, which is why the scope is entered before a part is noted and left after
  /// it.
  private void read() {
    NegationScope scope = new NegationScope(lexicon);
    Set<String> stretch = new LinkedHashSet<>();
    Set<String> clause = new HashSet<>();
    for (int at = 0; at < parts.size(); at++) {
      String part = parts.get(at);
      if (part.equals(",") || LINKS.contains(part) || NegationScope.isMark(part)) {
        stretch = endStretch(stretch);
      }
      scope.enter(part, at > 0 ? parts.get(at - 1) : "");
      note(at, part, scope.denied(), stretch);
      if (lexicon.passive.contains(part)) {
        clause.forEach(stem -> content.put(stem, new HashSet<>(Set.of(false))));
      }
      if (NegationScope.isMark(part)) {
        clause.clear();
      } else if (isContent(at)) {
        clause.add(lexicon.stem(part));
      }
      scope.leave(part);
    }
    endStretch(stretch);
  }

  private Set<String> endStretch(Set<String> stretch) {
    if (!stretch.isEmpty()) {
      stretches.add(stretch);
    }
    return new LinkedHashSet<>();
  }

  private void note(int at, String part, boolean denied, Set<String> stretch) {
    if (!TextNormalizer.isWord(part)) {
      return;
    }
    String stem = lexicon.stem(part);
    places.computeIfAbsent(stem, any -> new ArrayList<>()).add(at);
    Medicines.BUILT_IN.genericName(part).ifPresent(name -> medicines.put(at, name));
    String group = lexicon.groups.get(part);
    if (group != null) {
      groups.put(at, group);
    }
    if (lexicon.certainty.contains(part)) {
      certainty.add(part);
    }
    hedged |= lexicon.hedges.contains(part);
    if (isContent(at)) {
      content.computeIfAbsent(stem, any -> new HashSet<>()).add(!denied);
      stretch.add(stem);
    } else {
      light.add(stem);
    }
  }
}
