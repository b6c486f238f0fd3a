package org.healthassistant.evaluation.triage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// Ways to spell the same message.
final class Spellings {

  private static final String LATIN = "aceopxyi";
  private static final String CYRILLIC = "асеорхуі";
  private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  private static final List<String> EMOJI = List.of("🙂", "🙏", "😢", "👍🏽", "❤️", "😂");

  /// Each by its name, in a fixed order.
  static final Map<String, BiFunction<String, SplittableRandom, String>> ALL = all();

  private Spellings() {}

  private static Map<String, BiFunction<String, SplittableRandom, String>> all() {
    var all = new LinkedHashMap<String, BiFunction<String, SplittableRandom, String>>();
    all.put("upper-case", (text, random) -> text.toUpperCase(Locale.ROOT));
    all.put("lower-case", (text, random) -> text.toLowerCase(Locale.ROOT));
    all.put("mixed-case", Spellings::mixedCase);
    all.put("no-accents", (text, random) -> withoutMarks(text));
    all.put("accents-apart", (text, random) -> Normalizer.normalize(text, Normalizer.Form.NFD));
    all.put("no-signs", (text, random) -> text.replaceAll("[.,;:!?¡¿()\"-]+(?=\\s|$)|[¡¿(\"]", ""));
    all.put("many-signs", (text, random) -> text.strip() + "!!!???");
    all.put("no-apostrophes", (text, random) -> text.replaceAll("['’]", ""));
    all.put("curly-apostrophes", (text, random) -> text.replace('\'', '’'));
    all.put("in-quotes", (text, random) -> "“" + text.strip() + "”");
    all.put("emoji-behind", (text, random) -> text + " " + emoji(random) + emoji(random));
    all.put("emoji-between", (text, random) -> between(text, random, Spellings::emoji));
    all.put("new-lines", (text, random) -> between(text, random, any -> "\n"));
    all.put("wide-spaces", (text, random) -> text.replace(" ", "\u00a0 "));
    all.put("wide-letters", (text, random) -> eachLetter(text, Spellings::wide));
    all.put("look-alikes", (text, random) -> eachLetter(text, Spellings::lookAlike));
    all.put(
        "invisible-letters",
        (text, random) ->
            inSomeWords(text, random, word -> word.substring(0, 1) + "\u200b" + word.substring(1)));
    all.put("stretched", (text, random) -> inSomeWords(text, random, Spellings::stretched));
    all.put(
        "letters-swapped",
        (text, random) -> inOneWord(
            text,
            random,
            (word, at) -> word.substring(0, at)
                + word.charAt(at + 1)
                + word.charAt(at)
                + word.substring(at + 2)));
    all.put(
        "letter-missing",
        (text, random) ->
            inOneWord(text, random, (word, at) -> word.substring(0, at) + word.substring(at + 1)));
    all.put(
        "letter-twice",
        (text, random) -> inOneWord(
            text,
            random,
            (word, at) -> word.substring(0, at) + word.charAt(at) + word.substring(at)));
    all.put(
        "key-beside",
        (text, random) -> inOneWord(
            text,
            random,
            (word, at) ->
                word.substring(0, at) + beside(word.charAt(at)) + word.substring(at + 1)));
    return all;
  }

  private static String mixedCase(String text, SplittableRandom random) {
    var mixed = new StringBuilder();
    text.codePoints()
        .forEach(sign -> mixed.appendCodePoint(
            random.nextBoolean() ? Character.toUpperCase(sign) : Character.toLowerCase(sign)));
    return mixed.toString();
  }

  private static String withoutMarks(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  private static String emoji(SplittableRandom random) {
    return EMOJI.get(random.nextInt(EMOJI.size()));
  }

  private static String between(
      String text,
      SplittableRandom random,
      java.util.function.Function<SplittableRandom, String> what) {
    var words = new ArrayList<String>();
    for (var word : text.strip().split("\\s+")) {
      words.add(word);
      if (random.nextInt(4) == 0) {
        words.add(what.apply(random));
      }
    }
    return String.join(" ", words);
  }

  private static String eachLetter(String text, java.util.function.IntUnaryOperator change) {
    var changed = new StringBuilder();
    text.codePoints().forEach(sign -> changed.appendCodePoint(change.applyAsInt(sign)));
    return changed.toString();
  }

  private static int wide(int sign) {
    return sign > '!' && sign < '~' ? sign + 0xfee0 : sign;
  }

  private static int lookAlike(int sign) {
    int at = LATIN.indexOf(sign);
    return at < 0 ? sign : CYRILLIC.charAt(at);
  }

  /// Words of four letters or more, a third of them.
  private static String inSomeWords(
      String text, SplittableRandom random, UnaryOperator<String> change) {
    var words = text.split(" ", -1);
    for (int at = 0; at < words.length; at++) {
      if (isLong(words[at]) && random.nextInt(3) == 0) {
        words[at] = change.apply(words[at]);
      }
    }
    return String.join(" ", words);
  }

  private interface Slip {
    String in(String word, int at);
  }

  /// A slip of the finger in one word of four letters or more, never at its first letter.
  private static String inOneWord(String text, SplittableRandom random, Slip slip) {
    var words = text.split(" ", -1);
    var long4 = new ArrayList<Integer>();
    for (int at = 0; at < words.length; at++) {
      if (isLong(words[at])) {
        long4.add(at);
      }
    }
    if (long4.isEmpty()) {
      return text;
    }
    int chosen = long4.get(random.nextInt(long4.size()));
    var word = words[chosen];
    words[chosen] = slip.in(word, 1 + random.nextInt(word.length() - 2));
    return String.join(" ", words);
  }

  private static boolean isLong(String word) {
    return word.length() >= 4 && word.chars().allMatch(Character::isLetter);
  }

  private static String stretched(String word) {
    return word.substring(0, 2) + String.valueOf(word.charAt(1)).repeat(3) + word.substring(2);
  }

  private static char beside(char letter) {
    for (var row : ROWS) {
      int at = row.indexOf(letter);
      if (at >= 0) {
        return row.charAt(at == 0 ? 1 : at - 1);
      }
    }
    return letter;
  }
}
