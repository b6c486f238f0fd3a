package org.healthassistant.assistant.answer.model;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.text.GroundingData;
import org.healthassistant.assistant.answer.text.TextNormalizer;
import org.healthassistant.assistant.answer.text.WordLists;
import org.healthassistant.connector.record.EmergencyContact;
import org.healthassistant.connector.record.Person;
import org.jspecify.annotations.Nullable;

/// Takes out of a text what tells who wrote it: names of the patient and the emergency contact,
/// the address, e-mail and web addresses, telephone and other long numbers, dates.
///
/// A number is one however it is cut: `(555) 123 4567` is. A name is one also as a part of a
/// word, such as `García-López`; a name of two letters, or one that is a common word (`Will`),
/// only where it is written with a capital. What is written so that it cannot be told apart, such
/// as a number in words, makes the whole text unfit to be sent: [#isClean] says so.
final class Deidentifier {

  private static final int LONG_NUMBER = 6;

  /// Shorter names stand in too many other words: `Ana` in `banana`.
  private static final int LONG_NAME = 5;

  /// Where a number without country code is looked for. What is of another country has more
  /// digits than [#LONG_NUMBER] too.
  private static final String REGION = "US";

  private static final Pattern LONG_RUN =
      Pattern.compile("\\+?\\(?\\d(?:[\\s().\\-\\u2010-\\u2015]{0,3}\\d){5,}\\)?");
  private static final Pattern PAIR =
      Pattern.compile("(?<!\\d)\\d{2,3}\\s?/\\s?\\d{2,3}(?![\\d/])");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{M}\\d]+");
  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:;]");
  private static final Pattern SPELLED_ADDRESS =
      Pattern.compile("\\b(?:at|arroba)\\b.{1,40}\\b(?:dot|punto)\\b", Pattern.DOTALL);

  /// How a nought is read out; no amount that grounding knows.
  private static final List<String> NOUGHT = List.of("zero", "oh", "cero");

  private static final List<Pattern> WRITTEN_DATES = writtenDates();
  private static final Set<String> NUMBER_WORDS = numberWords();

  private final Set<String> names = new HashSet<>();
  private final Set<String> capitalNames = new HashSet<>();

  Deidentifier(Optional<Person> person) {
    person.ifPresent(p -> {
      addWords(p.name());
      addWords(p.address());
      EmergencyContact contact = p.emergencyContact();
      if (contact != null) {
        addWords(contact.name());
      }
    });
  }

  /// The text without them; what was taken out is named in square brackets.
  String clean(String text) {
    String[] words = numbersTaken(text).strip().split("\\s+");
    boolean[] named = new boolean[words.length];
    for (int i = 0; i < words.length; i++) {
      named[i] = !isAddress(words[i])
          && isName(words[i], i == 0 || SENTENCE_END.matcher(words[i - 1]).matches());
    }
    List<String> cleaned = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      boolean beside = i > 0 && named[i - 1] || i + 1 < words.length && named[i + 1];
      cleaned.add(named[i] || beside && isShortName(words[i]) ? "[name]" : withoutNumber(words[i]));
    }
    return String.join(" ", cleaned);
  }

  /// Whether a text that was cleaned tells nothing of who wrote it, as far as can be known: no
  /// long number in digits or words, no address in words, no name inside of another word.
  boolean isClean(String cleaned) {
    String folded = TextNormalizer.fold(cleaned);
    return !LONG_RUN.matcher(cleaned).find()
        && !SPELLED_ADDRESS.matcher(folded).find()
        && !isNumberSpelled(folded)
        && Arrays.stream(NOT_WORD.split(folded)).noneMatch(this::hidesName);
  }

  private static String numbersTaken(String text) {
    String taken = text;
    for (Pattern date : WRITTEN_DATES) {
      taken = date.matcher(taken).replaceAll("[date]");
    }
    return LONG_RUN.matcher(telephonesTaken(taken)).replaceAll("[number]");
  }

  private static String telephonesTaken(String text) {
    StringBuilder taken = new StringBuilder();
    int at = 0;
    for (PhoneNumberMatch match : PhoneNumberUtil.getInstance()
        .findNumbers(text, REGION, PhoneNumberUtil.Leniency.POSSIBLE, Long.MAX_VALUE)) {
      // Two values with a stroke between them are a blood pressure.
      if (!PAIR.matcher(match.rawString()).find()) {
        taken.append(text, at, match.start()).append("[number]");
        at = match.end();
      }
    }
    return taken.append(text.substring(at)).toString();
  }

  private static boolean isAddress(String word) {
    String lower = TextNormalizer.fold(word);
    return lower.contains("@") || lower.contains("://") || lower.startsWith("www.");
  }

  private static String withoutNumber(String word) {
    if (isAddress(word)) {
      return "[address]";
    }
    long digits = word.chars().filter(Character::isDigit).count();
    if (digits >= LONG_NUMBER) {
      return "[number]";
    }
    boolean date = digits >= 3
        && word.chars().filter(c -> c == '/' || c == '-' || c == '.').count() == 2;
    return date ? "[date]" : word;
  }

  /// @param first whether the word begins a sentence, where every word has a capital
  private boolean isName(String word, boolean first) {
    if (names.contains(bare(word))) {
      return true;
    }
    for (String part : NOT_WORD.split(word)) {
      String folded = bare(part);
      boolean capital = !part.isEmpty() && Character.isUpperCase(part.codePointAt(0));
      if (names.contains(folded)
          || capital && capitalNames.contains(folded) && !(first && isCommon(folded))) {
        return true;
      }
    }
    return false;
  }

  private boolean isShortName(String word) {
    String folded = bare(word);
    return capitalNames.contains(folded) && !isCommon(folded);
  }

  private boolean hidesName(String word) {
    return names.stream()
        .anyMatch(name ->
            name.length() >= LONG_NAME && word.length() > name.length() && word.contains(name));
  }

  private static boolean isNumberSpelled(String folded) {
    int inARow = 0;
    for (String word : NOT_WORD.split(folded)) {
      inARow =
          NUMBER_WORDS.contains(word) || word.chars().allMatch(Character::isDigit) ? inARow + 1 : 0;
      if (inARow >= LONG_NUMBER) {
        return true;
      }
    }
    return false;
  }

  private void addWords(@Nullable String text) {
    if (text == null) {
      return;
    }
    for (String written : text.strip().split("[\\s,;/]+")) {
      add(bare(written));
      for (String part : NOT_WORD.split(written)) {
        add(bare(part));
      }
    }
  }

  private void add(String name) {
    if (name.length() == 2 || name.length() > 2 && isCommon(name)) {
      capitalNames.add(name);
    } else if (name.length() > 2) {
      names.add(name);
    }
  }

  private static boolean isCommon(String word) {
    return WordLists.all().stream().anyMatch(lists -> lists.isStop(word));
  }

  private static String bare(String word) {
    return TextNormalizer.fold(word).replaceAll("[^a-z0-9]", "");
  }

  /// `November 24, 1950`, `24 de noviembre de 1950`, `24-Nov-50`, `nov 1950`.
  private static List<Pattern> writtenDates() {
    String month = GroundingData.BUILT_IN.languages().values().stream()
        .flatMap(lists -> lists.months().stream())
        .flatMap(name -> name.length() > 3
            ? List.of(Pattern.quote(name), name.substring(0, 3)).stream()
            : List.of(Pattern.quote(name)).stream())
        .distinct()
        .collect(Collectors.joining("|", "\\b(?:", "|sept|set)\\b\\.?"));
    String between = "[\\s.,/\\-]+(?:(?:of|de|del|the)\\s+)?";
    String day = "\\d{1,2}(?:st|nd|rd|th|º|°)?\\b";
    String year = "(?:" + between + "(?:\\d{4}|\\d{2})\\b)?";
    return List.of(
            "\\b" + day + between + month + year,
            month + between + day + year,
            month + between + "\\d{4}\\b")
        .stream()
        .map(form -> Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
        .toList();
  }

  private static Set<String> numberWords() {
    Stream<String> known = GroundingData.BUILT_IN.languages().values().stream()
        .flatMap(lists -> lists.numbers().keySet().stream());
    return Stream.concat(known, NOUGHT.stream())
        .map(TextNormalizer::fold)
        .collect(Collectors.toUnmodifiableSet());
  }
}
