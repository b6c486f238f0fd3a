package org.healthassistant.assistant.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.knowledge.analysis.ReadingGrade;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.NoSuchMessageException;

/// One file a language holds every sentence that a patient reads: the same keys, the same places,
/// and words that can be read.
class PatientWordsTest {

  private static final Path MAIN = module().resolve("src/main");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final double HIGHEST_GRADE = 6;
  private static final int WORDS_TO_JUDGE = 40;

  private final PatientWords words = new PatientWords();

  @ParameterizedTest
  @EnumSource
  void hasTheSameKeysWithTheSamePlacesInEveryLanguage(Language language) throws IOException {
    Map<String, String> first = file(Language.FALLBACK);
    Map<String, String> other = file(language);
    assertThat(other.keySet()).isEqualTo(first.keySet());
    first.forEach((key, text) -> assertThat(places(other.getOrDefault(key, "")))
        .as("%s in %s", key, language)
        .isEqualTo(places(text)));
  }

  @ParameterizedTest
  @EnumSource
  void readsAtGradeSixInEveryGroup(Language language) throws IOException {
    Map<String, String> groups = file(language).entrySet().stream()
        .filter(entry -> isSentence(entry.getValue()))
        .collect(Collectors.groupingBy(
            entry -> entry.getKey().substring(0, entry.getKey().indexOf('.')),
            TreeMap::new,
            Collectors.mapping(Map.Entry::getValue, Collectors.joining(" "))));
    groups.forEach((group, text) -> {
      if (WORD.matcher(text).results().count() >= WORDS_TO_JUDGE) {
        assertThat(ReadingGrade.grade(text, language))
            .as("reading grade of the group '%s' in %s", group, language)
            .isLessThanOrEqualTo(HIGHEST_GRADE);
      }
    });
    assertThat(groups).containsKeys("safety", "turn", "notice", "answer", "record", "widget");
  }

  @Test
  void fillsPlacesByName() {
    assertThat(words.say(
            "record.fact.last",
            Language.SPANISH,
            "last",
            "última A1c {value}",
            "value",
            "7.1 %",
            "date",
            "1 de agosto"))
        .isEqualTo("Su última A1c {value} fue de 7.1 % el 1 de agosto.");
  }

  @Test
  void refusesASentenceWithAPlaceLeftOpenAndAKeyThatIsNotThere() {
    assertThatThrownBy(() -> words.say("notice.alerted", Language.ENGLISH, "whom", "Ana"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("notice.alerted")
        .hasMessageContaining("{who}");
    assertThatThrownBy(() -> words.say("notice.nothing", Language.ENGLISH))
        .isInstanceOf(NoSuchMessageException.class);
  }

  /// Every sentence for patients is said in Spanish too, so a Spanish one anywhere else gives the
  /// pair away.
  @Test
  void isTheOnlyPlaceWithSentencesInCodeScriptsAndTemplates() throws IOException {
    Pattern spanish = Pattern.compile("\"[^\"\\n"
        + "]*(?:[¿¡ñáéíóú][^\"\\n"
        + "]* |\\busted\\b|\\bsu equipo\\b)[^\"\\n"
        + "]*\"|'[^'\\n"
        + "]*[¿¡áéíóú][^'\\n"
        + "]* [^'\\n"
        + "]*'");
    List<String> found = new ArrayList<>();
    for (Path source : sources("java", "js")) {
      String code = Files.readString(source)
          .lines()
          .filter(line -> !line.strip().matches("(///|//|/\\*|\\*).*"))
          .collect(Collectors.joining("\n"));
      spanish
          .matcher(code)
          .results()
          .map(MatchResult::group)
          .filter(literal -> literal.matches(".*\\p{L}{2,} \\p{L}{2,}.*"))
          .forEach(literal -> found.add(source.getFileName() + ": " + literal));
    }
    assertThat(found).isEmpty();
  }

  /// Rules' examples are what patients say; question forms made of headings belong to the
  /// articles.
  @Test
  void isTheOnlyPlaceWithSentencesInData() throws IOException {
    Set<String> notSaidToPatients =
        Set.of("safety/rules", "safety/lexicon", "answer/suggestions.yaml", "answer/prompt.yaml");
    Pattern sentence =
        Pattern.compile("(?m)[:\\[,]\\s*\"?(\\p{Lu}[^#\\n]*? [^#\\n]*?[.?!])\"?\\s*[}\\],]?\\s*$");
    List<String> found = new ArrayList<>();
    for (Path data : sources("yaml")) {
      String name = MAIN.resolve("resources").relativize(data).toString();
      if (notSaidToPatients.stream().noneMatch(name::startsWith)) {
        String text = Files.readString(data)
            .lines()
            .filter(line -> !line.strip().startsWith("#"))
            .collect(Collectors.joining("\n"));
        sentence
            .matcher(text)
            .results()
            .forEach(result -> found.add(name + ": " + result.group(1)));
      }
    }
    assertThat(found).isEmpty();
  }

  private static Map<String, String> file(Language language) throws IOException {
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(
        MAIN.resolve("resources/messages/patient_" + language + ".properties"))) {
      read.load(in);
    }
    Map<String, String> all = new TreeMap<>();
    read.stringPropertyNames().forEach(key -> all.put(key, read.getProperty(key)));
    return all;
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isSentence(String text) {
    return text.matches("(?s).*[.?!]\\s*");
  }

  private static List<Path> sources(String... kinds) throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files
          .filter(file -> Stream.of(kinds).anyMatch(kind -> file.toString().endsWith("." + kind)))
          .filter(file -> !file.toString().contains("vendor"))
          .toList();
    }
  }

  private static Path module() {
    Path here = Path.of("").toAbsolutePath();
    return here.endsWith("assistant-core") ? here : here.resolve("assistant-core");
  }
}
