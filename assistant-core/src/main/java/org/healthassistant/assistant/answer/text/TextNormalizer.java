package org.healthassistant.assistant.answer.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.healthassistant.knowledge.text.Language;
import org.healthassistant.knowledge.text.SentenceSplitter;

/// Cuts a text into folded words, numbers and marks, and words into stems. Plain scanning, so
/// that no text can slow it.
public final class TextNormalizer {

  private static final List<String> ENGLISH_ENDINGS = List.of("ingly", "edly", "ing", "ed", "ly");
  private static final List<String> SPANISH_ENDINGS = List.of(
      "amientos",
      "imientos",
      "amiento",
      "imiento",
      "aciones",
      "mente",
      "iendo",
      "ando",
      "ados",
      "adas",
      "idos",
      "idas",
      "aron",
      "ieron",
      "ado",
      "ada",
      "ido",
      "ida",
      "ar",
      "er",
      "ir",
      "an",
      "en",
      "as",
      "es",
      "os",
      "a",
      "e",
      "o",
      "s");

  private static final Map<Language, UnaryOperator<String>> STEMMERS = Map.of(
      Language.ENGLISH, TextNormalizer::english,
      Language.SPANISH, TextNormalizer::spanish);

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

  private TextNormalizer() {}

  /// Lower case, without accents; typographic quotes and dashes made plain; `n't` written out.
  public static String fold(String text) {
    String plain = ACCENTS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'')
        .replace('\u2013', '-')
        .replace('\u2014', '-')
        .replace('\u00a0', ' ')
        .replace('\u202f', ' ');
    return plain
        .replace("cannot", "can not")
        .replace("can't", "can not")
        .replace("won't", "will not")
        .replace("n't", " not")
        .replace("'s", "")
        .replace("'", "");
  }

  /// The words, numbers and marks of a folded text, in order. A number keeps its inner points,
  /// commas, slashes and hyphens; a mark is one character.
  public static List<String> cut(String folded) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (at < folded.length()) {
      char c = folded.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      int end = Character.isDigit(c) ? numberEnd(folded, at) : wordEnd(folded, at);
      parts.add(folded.substring(at, end));
      at = end;
    }
    return parts;
  }

  /// The sentences of a text in order, each single-spaced: cut by the splitter that cut the
  /// release, in the language that the text is written in.
  public static List<String> sentences(String text) {
    Language language = WordLists.detect(cut(fold(text))).language();
    return SentenceSplitter.split(text, language).stream()
        .map(span -> singleSpaced(span.in(text)))
        .toList();
  }

  /// The text with single blanks, for comparing word by word.
  public static String singleSpaced(String text) {
    return text.strip().replaceAll("\\s+", " ").replace('\u00a0', ' ');
  }

  /// The stem of a folded word; never empty. A language without a stemmer keeps its words whole.
  static String stem(String word, Language language) {
    return STEMMERS.getOrDefault(language, UnaryOperator.identity()).apply(word);
  }

  /// Whether a part is a number.
  public static boolean isNumber(String part) {
    return Character.isDigit(part.charAt(0));
  }

  /// Whether a part is a word.
  public static boolean isWord(String part) {
    return Character.isLetter(part.charAt(0));
  }

  private static int numberEnd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean inner = (c == '.' || c == ',' || c == '/' || c == '-' || c == ':')
          && at + 1 < text.length()
          && Character.isDigit(text.charAt(at + 1));
      if (!Character.isDigit(c) && !inner) {
        break;
      }
      at++;
    }
    return at;
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && isInWord(text, at)) {
      at++;
    }
    return Math.max(at, from + 1);
  }

  private static boolean isInWord(String text, int at) {
    char c = text.charAt(at);
    if (Character.isLetter(c)) {
      return true;
    }
    return (c == '-' || c == '/')
        && at > 0
        && Character.isLetter(text.charAt(at - 1))
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at + 1));
  }

  private static String english(String word) {
    String stem = word;
    if (stem.length() > 4 && stem.endsWith("ies")) {
      stem = stem.substring(0, stem.length() - 3) + "y";
    } else if (stem.length() > 4
        && (stem.endsWith("sses")
            || stem.endsWith("shes")
            || stem.endsWith("ches")
            || stem.endsWith("xes"))) {
      stem = stem.substring(0, stem.length() - 2);
    } else if (stem.length() > 3
        && stem.endsWith("s")
        && !stem.endsWith("ss")
        && !stem.endsWith("us")
        && !stem.endsWith("is")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    for (String ending : ENGLISH_ENDINGS) {
      if (stem.length() - ending.length() >= 3 && stem.endsWith(ending)) {
        stem = undouble(stem.substring(0, stem.length() - ending.length()));
        break;
      }
    }
    return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }

  private static String undouble(String stem) {
    int last = stem.length() - 1;
    boolean doubled = last > 2
        && stem.charAt(last) == stem.charAt(last - 1)
        && "bdgmnprt".indexOf(stem.charAt(last)) >= 0;
    return doubled ? stem.substring(0, last) : stem;
  }

  private static String spanish(String word) {
    for (String ending : SPANISH_ENDINGS) {
      if (word.length() - ending.length() >= 3 && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
