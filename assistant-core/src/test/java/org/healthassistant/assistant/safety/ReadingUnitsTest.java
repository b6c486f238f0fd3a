package org.healthassistant.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.safety.meaning.Part.Kind;
import org.healthassistant.assistant.safety.meaning.ReadingUnits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingUnitsTest {

  private static final String STORY =
      "We were at my sister's house all day and the kids played in the garden. Then we had dinner,"
          + " and my husband told the story of the goat again. It was a nice day.";
  private static final String LONG =
      (STORY + " My chest hurts and I cant breathe. ").repeat(21).substring(0, 4000);

  private static final Screen SCREEN = Screen.builtIn();

  private List<ReadingUnit> units(String text, String... context) {
    var earlier = java.util.Arrays.stream(context)
        .map(before -> new ScreenedText("c", before))
        .toList();
    return SCREEN.units(new ScreenedText("m", text), earlier).orElseThrow();
  }

  private static Set<String> texts(List<ReadingUnit> units, Kind... kinds) {
    return units.stream()
        .filter(unit -> List.of(kinds).contains(unit.part().kind()))
        .map(ReadingUnit::text)
        .collect(Collectors.toSet());
  }

  private static final Kind[] OWN = {Kind.WHOLE, Kind.BARE, Kind.WINDOW};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MY CHEST HURTS AND I CANT BREATHE SINCE LAST NIGHT",
        "my chest hurts and i can't breathe since last night",
        "my chest hurts and i cant bréathe since last night 🙏🙏",
        "my  chest hurts and i cant breathe since lаst night",
        "my chest hurts and i cant breathe since last night!!!"
      })
  void areTheSameHoweverAMessageIsDressed(String text) {
    assertThat(texts(units(text), OWN))
        .isEqualTo(texts(units("my chest hurts and i cant breathe since last night"), OWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "say it simpler please",
        "Quiz me, to see if I understood",
        "dígamelo más fácil",
        "hazme una pregunta para ver si entendí, por favor"
      })
  void areNoneWhereOnlyOtherWordsAreAskedFor(String text) {
    assertThat(units(text, "my chest hurts")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "es más fácil morir, es mas facil morir",
    "say it simpler my chest hurts, say it simpler my chest hurts",
    "hazme una pregunta me quiero morir, hazme una pregunta me quiero morir"
  })
  void areThoseOfTheWholeMessageWhereMoreIsSaid(String text, String whole) {
    assertThat(texts(units(text), OWN)).contains(whole);
  }

  @Test
  void haveAllThatTheyHaveWithoutSigns() {
    assertThat(texts(units(STORY), OWN))
        .containsAll(texts(units(STORY.replaceAll("[^\\p{L}' ]", "")), OWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi, good morning. %s. Thank you so much",
        "%s, what should I do?",
        "hello %s is this normal"
      })
  void readTheMessageWithoutCourtesies(String around) {
    var core = "My chest hurts since late last night";
    assertThat(texts(units(around.formatted(core)), Kind.BARE))
        .containsExactly("my chest hurts since late last night");
  }

  @Test
  void findAConcernInsideAStory() {
    assertThat(texts(units(STORY + " My chest hurts. " + STORY), Kind.WINDOW))
        .contains("my chest hurts");
  }

  @Test
  void readAFragmentAsAPart() {
    assertThat(texts(units("help me with this pain"), Kind.WHOLE, Kind.BARE)).isEmpty();
    assertThat(texts(units("help me with this pain"), Kind.WINDOW))
        .contains("help me with this pain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blood in my urine today lol",
        "me sale sangre al orinar jaja",
        "hello, blood in my urine today, thank you"
      })
  void readFewWordsAmongCourtesiesNotAsAWholeThatMakesRulesGiveWay(String text) {
    assertThat(texts(units(text), Kind.WHOLE)).isEmpty();
    assertThat(texts(units(text), Kind.BARE)).isNotEmpty();
  }

  @Test
  void joinEarlierMessagesAndKeepThemApartToo() {
    var units = units("now my arm too", "my chest feels tight", "thank you");
    assertThat(texts(units, Kind.JOINED)).containsExactly("my chest feels tight now my arm too");
    assertThat(texts(units, Kind.EARLIER)).containsExactly("my chest feels tight");
  }

  @Test
  void joinNothingToAMessageOfCourtesiesAlone() {
    assertThat(texts(units("ok thank you", "my chest hurts"), OWN)).contains("ok thank you");
    assertThat(texts(units("thank you", "my chest hurts"), Kind.JOINED)).isEmpty();
  }

  @Test
  void leadBackToTheTextAsWritten() {
    var text = "🙂 Hello! My chést hurts. It was a nice day otherwise, we ate cake.";
    assertThat(units(text))
        .filteredOn(unit -> unit.text().equals("my chest hurts"))
        .extracting(unit -> text.substring(unit.part().start(), unit.part().end()))
        .containsExactly("My chést hurts");
  }

  @Test
  void areFewAndShortHoweverLongTheMessageIs() {
    for (var text : List.of(LONG, "x".repeat(60_000), "a ".repeat(30_000), LONG.repeat(15))) {
      var units = units(text, LONG, LONG);
      assertThat(units).hasSizeLessThanOrEqualTo(ReadingUnits.MOST + 4);
      assertThat(units).allSatisfy(unit -> assertThat(unit.text().length()).isLessThan(1200));
    }
  }

  @Test
  void reachTheLastWordOfALongMessage() {
    var units = units(LONG + " and he said goodbye");
    assertThat(units)
        .filteredOn(unit -> unit.part().kind() == Kind.WINDOW)
        .anySatisfy(unit -> assertThat(unit.text()).endsWith("he said goodbye"));
    assertThat(units)
        .filteredOn(unit -> unit.part().kind() == Kind.WHOLE)
        .anySatisfy(unit -> assertThat(unit.text()).endsWith("he said goodbye"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "🙂🙂🙂", "...!!", "\ud800", "\u202e\u200b"})
  void areNoneWithoutWords(String text) {
    assertThat(units(text, "my chest hurts")).isEmpty();
  }
}
