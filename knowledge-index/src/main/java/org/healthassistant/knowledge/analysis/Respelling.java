package org.healthassistant.knowledge.analysis;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.healthassistant.knowledge.text.Language;

/// Writes a question anew with the words of a library in place of misspelt ones.
///
/// A word is misspelt when the library nowhere has it and nobody else knows it. It stands for the
/// nearest of the library's own words: nearest by letters (as [Spelling] has it) or by sound (as
/// people write who spell by ear). Case never matters; accents that are wrong or missing are put
/// as the library has them. Safe for use by any number of threads.
final class Respelling {
  private static final int SHORTEST = 4;
  private static final int LONG = 9;

  /// From so many letters on, a word may also differ by one sound.
  private static final int LONG_SOUND = 6;

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

  private final Language language;
  private final Predicate<String> elsewhere;
  private final Set<String> known = new HashSet<>();
  private final Set<String> spellings = new HashSet<>();
  private final Map<String, String> accented = new HashMap<>();
  private final Map<Integer, List<Target>> byLength = new HashMap<>();

  /// @param asked texts of the library in the language, well spelt: titles, questions, bodies
  /// bodies
  /// @param told other texts, whose words are known but stand for no misspelt one
  /// @param elsewhere whether a word in small letters is known to somebody else
  Respelling(
      Language language,
      Collection<String> asked,
      Collection<String> told,
      Predicate<String> elsewhere) {
    this.language = language;
    this.elsewhere = elsewhere;
    Map<String, Map<String, Integer>> written = new HashMap<>();
    asked.forEach(text -> words(text)
        .forEach(word -> written
            .computeIfAbsent(plain(word), key -> new HashMap<>())
            .merge(word, 1, Integer::sum)));
    told.forEach(text -> words(text).forEach(word -> known.add(plain(word))));
    written.forEach(this::add);
    written.values().forEach(each -> spellings.addAll(each.keySet()));
  }

  private void add(String plain, Map<String, Integer> spellings) {
    known.add(plain);
    int times = spellings.values().stream().mapToInt(Integer::intValue).sum();
    if (plain.length() >= SHORTEST) {
      String most = spellings.entrySet().stream()
          .max(Map.Entry.<String, Integer>comparingByValue()
              .thenComparing(Map.Entry.comparingByKey()))
          .orElseThrow()
          .getKey();
      accented.put(plain, most);
      Target target = new Target(plain, most, Sound.of(plain, language), times);
      byLength.computeIfAbsent(plain.length(), length -> new ArrayList<>()).add(target);
    }
  }

  /// A word that a misspelt one may stand for.
  private record Target(String plain, String written, String sound, int times) {}

  private record Near(Target target, int distance) {}

  /// The text with its misspelt words mended.
  ///
  /// @return empty where no word of it is misspelt, or none is near to a word of the library
  Optional<String> mended(String text) {
    boolean[] changed = {false};
    Matcher matcher = WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
    String mended = matcher.replaceAll(word -> {
      Optional<String> meant = meant(word);
      changed[0] |= meant.isPresent();
      return Matcher.quoteReplacement(meant.orElse(word.group()));
    });
    return changed[0] ? Optional.of(mended) : Optional.empty();
  }

  private Optional<String> meant(MatchResult match) {
    String small = match.group().toLowerCase(Locale.ROOT);
    String word = plain(small);
    if (word.length() < SHORTEST || isKnown(word, small)) {
      return Optional.ofNullable(accented.get(word)).filter(most -> !spellings.contains(small));
    }
    String sound = Sound.of(word, language);
    int most = word.length() < LONG ? 1 : 2;
    List<Near> near = new ArrayList<>();
    for (int length = word.length() - most - 1; length <= word.length() + most + 1; length++) {
      for (Target target : byLength.getOrDefault(length, List.of())) {
        int distance = distance(word, sound, most, target);
        if (distance < Integer.MAX_VALUE) {
          near.add(new Near(target, distance));
        }
      }
    }
    return near.stream()
        .min(Comparator.comparingInt(Near::distance)
            .thenComparing(
                Comparator.<Near>comparingInt(one -> one.target().times()).reversed())
            .thenComparing(one -> one.target().plain()))
        .map(one -> one.target().written());
  }

  private boolean isKnown(String plain, String small) {
    return known.contains(plain) || LanguageDetector.knows(plain) || elsewhere.test(small);
  }

  /// How far a word is from one it may stand for, in half edits: the same sound is nearer than
  /// another letter. The greatest number where it is too far.
  private static int distance(String word, String sound, int most, Target target) {
    int letters = Spelling.distance(word, target.plain(), most);
    int sounds = Spelling.distance(sound, target.sound(), 1);
    boolean begins = sound.charAt(0) == target.sound().charAt(0);
    if (sounds == 0) {
      return 1;
    }
    if (letters <= most && (begins || word.charAt(0) == target.plain().charAt(0))) {
      return 2 * letters;
    }
    return sounds == 1 && begins && sound.length() >= LONG_SOUND ? 3 : Integer.MAX_VALUE;
  }

  /// The words of a text in small letters.
  static List<String> words(String text) {
    return WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
        .results()
        .map(word -> word.group().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
  }
}
