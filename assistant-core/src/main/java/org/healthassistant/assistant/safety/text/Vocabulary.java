package org.healthassistant.assistant.safety.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The words the lexicon is made of, and the ways in which patients write them.
///
/// A word that is not there is tried with its signs and digits read as letters, with stretched
/// letters shortened, with its slips undone, and as two words run together. An ordinary word of
/// the language that merely resembles one of these is left alone. Guesses are kept in a plain
/// map that stops filling when it is full, as [Folding] does and for the same reason.
final class Vocabulary {

  /// Stands for any number (`#num` in the lexicon), and for a year (`#yyyy`).
  static final String NUMBER = "num";

  static final String YEAR = "yyyy";

  private static final int[] NONE = {};
  private static final int CACHE_LIMIT = 8192;
  private static final int LONGEST = 24;

  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private final Map<String, List<Integer>> squeezed = new HashMap<>();
  private final Map<String, List<Integer>> starred = new HashMap<>();
  private final Set<String> ordinary;
  private final Set<String> numbers;
  private final SymmetricDeleteIndex slips;
  private final Map<String, int[]> cache = new ConcurrentHashMap<>();

  /// @param words every word of the lexicon, folded
  /// @param ordinary words never taken for a misspelt one
  /// @param numbers words that are numbers
  Vocabulary(Collection<String> words, Collection<String> ordinary, Set<String> numbers) {
    this.numbers = Set.copyOf(numbers);
    var distinct = new LinkedHashSet<>(words);
    distinct.add(NUMBER);
    distinct.add(YEAR);
    for (var word : distinct) {
      int id = ids.size();
      ids.put(word, id);
      this.words.add(word);
      squeezed.computeIfAbsent(squeeze(word), key -> new ArrayList<>()).add(id);
      for (int at = 1; at < word.length() && word.length() >= 4; at++) {
        var key = word.substring(0, at) + "*" + word.substring(at + 1);
        starred.computeIfAbsent(key, star -> new ArrayList<>()).add(id);
      }
    }
    this.ordinary = Set.copyOf(ordinary);
    this.slips = new SymmetricDeleteIndex(distinct.toArray(String[]::new));
  }

  /// The id of a word exactly as written, or null.
  @Nullable
  Integer id(String word) {
    return ids.get(word);
  }

  /// The word that a misspelt form most likely stands for, or two of them; the form itself where
  /// it is a word, a number, or like none.
  String corrected(String form) {
    if (ids.containsKey(form) || !form.chars().allMatch(Character::isLetter)) {
      return form;
    }
    int[] likely = candidates(form);
    if (likely.length > 0) {
      return words.get(likely[0]);
    }
    var pair = runTogether(form);
    return pair == null ? form : String.join(" ", pair);
  }

  /// The ids of the words a form may stand for, most often none or one.
  int[] candidates(String form) {
    var exact = ids.get(form);
    if (numbers.contains(form)) {
      return with(ids.get(NUMBER), exact);
    }
    if (exact != null) {
      return Character.isDigit(form.charAt(0))
          ? with(exact, ids.get(number(form)))
          : new int[] {exact};
    }
    if (isNumber(form)) {
      return with(ids.get(number(form)), null);
    }
    if (form.length() < 3 || form.length() > LONGEST) {
      return NONE;
    }
    var known = cache.get(form);
    if (known == null) {
      known = guess(form);
      if (cache.size() < CACHE_LIMIT) {
        cache.put(form, known);
      }
    }
    return known;
  }

  /// The two words run together in a form (`chestpain`), or null.
  @Nullable
  List<String> runTogether(String form) {
    if (form.length() < 7 || form.length() > LONGEST || ordinary.contains(form)) {
      return null;
    }
    for (int at = 4; at <= form.length() - 3; at++) {
      var head = form.substring(0, at);
      var tail = form.substring(at);
      if (ids.containsKey(head) && ids.containsKey(tail)) {
        return List.of(head, tail);
      }
    }
    return null;
  }

  private int[] guess(String form) {
    if (ordinary.contains(form)) {
      return NONE;
    }
    if (!form.chars().allMatch(Character::isLetter)) {
      return signs(form);
    }
    var short1 = stretched(form) ? squeezed.get(squeeze(form)) : null;
    return short1 != null ? array(short1) : slips.near(form);
  }

  private int[] signs(String form) {
    var stars = starred.get(form);
    if (stars != null) {
      return array(stars);
    }
    for (var decoded : List.of(LeetDecoder.read(form, 'i'), LeetDecoder.read(form, 'l'))) {
      var id = ids.get(decoded);
      if (id != null) {
        return new int[] {id};
      }
    }
    var squeezedForm = squeezed.get(squeeze(LeetDecoder.read(form, 'i')));
    return squeezedForm == null || !Character.isLetter(form.charAt(0)) ? NONE : array(squeezedForm);
  }

  private static boolean stretched(String form) {
    for (int at = 2; at < form.length(); at++) {
      if (form.charAt(at) == form.charAt(at - 1) && form.charAt(at) == form.charAt(at - 2)) {
        return true;
      }
    }
    return false;
  }

  static String squeeze(String word) {
    var squeezed = new StringBuilder(word.length());
    for (int at = 0; at < word.length(); at++) {
      if (at == 0 || word.charAt(at) != word.charAt(at - 1)) {
        squeezed.append(word.charAt(at));
      }
    }
    return squeezed.toString();
  }

  static boolean isNumber(String form) {
    return Character.isDigit(form.charAt(0)) && form.chars().noneMatch(Character::isLetter);
  }

  private static String number(String form) {
    boolean year = form.length() == 4 && (form.startsWith("19") || form.startsWith("20"));
    return year && form.chars().allMatch(Character::isDigit) ? YEAR : NUMBER;
  }

  private static int[] with(@Nullable Integer one, @Nullable Integer other) {
    if (one == null) {
      return NONE;
    }
    return other == null ? new int[] {one} : new int[] {one, other};
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).limit(4).toArray();
  }
}
