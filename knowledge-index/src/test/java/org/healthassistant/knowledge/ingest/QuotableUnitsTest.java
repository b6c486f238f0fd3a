package org.healthassistant.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.healthassistant.knowledge.text.Language;
import org.healthassistant.knowledge.text.SentenceSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be quoted of an article, sentence by sentence, keeps its sense.
class QuotableUnitsTest {
  @Test
  void quotesAnItemOnlyWithItsLeadIn() {
    assertThat(units("""
        ## First aid

        Burns hurt. On a burn, do not:

        - Put butter on it.
        - Break the blisters. They keep germs out.

        Cool it with water.\
        """))
        .containsExactly(
            "Burns hurt.",
            "On a burn, do not: Put butter on it.",
            "On a burn, do not: Break the blisters; They keep germs out.",
            "Cool it with water.");
  }

  @Test
  void quotesTheItemsOfAListWithinAListWithBothLeadIns() {
    assertThat(units("""
        ## Medicines

        Never mix with alcohol:

        - Pain pills such as:
          1. Oxycodone.
          2. Codeine.
        - Sleeping pills.\
        """))
        .containsExactly(
            "Never mix with alcohol: Pain pills such as: Oxycodone.",
            "Never mix with alcohol: Pain pills such as: Codeine.",
            "Never mix with alcohol: Sleeping pills.");
  }

  @Test
  void quotesItemsUnderAHeadingThatForbidsOnlyWithIt() {
    assertThat(units(
            "## Foods you should not eat\n\n### Fruit\n\n- Starfruit.\n\n### Drinks\n\n- Tonic"))
        .as("what the upper heading has without text is a problem, so the test puts text there")
        .isEmpty();
    assertThat(units("""
        ## Foods you should not eat

        Ask your kidney doctor about food you should not eat.

        ### Fruit

        - Starfruit.

        ## Foods that are good

        - Apples.\
        """))
        .containsExactly(
            "Ask your kidney doctor about food you should not eat.",
            "Foods you should not eat: Fruit: Starfruit.",
            "Apples.");
    assertThat(units("## ¿Qué no debe comer?\n\n- Carambola."))
        .containsExactly("Qué no debe comer: Carambola.");
  }

  @Test
  void quotesBareNamesUnderAHeadingThatForbidsOnlyWithIt() {
    assertThat(
            units("## What not to do\n\nPut ice on the skin.\n\nDo not rub the skin of the foot."))
        .containsExactly(
            "What not to do: Put ice on the skin.", "Do not rub the skin of the foot.");
    assertThat(units("## Alimentos prohibidos\n\nToronja. Jugo de toronja."))
        .containsExactly("Alimentos prohibidos: Toronja; Jugo de toronja.");
  }

  @Test
  void carriesATitleThatForbids() {
    String markdown = Articles.markdown("a", "starter", "## Overview\n\n- Grapefruit.")
        .replace("title: About a", "title: Foods to avoid with statins");

    assertThat(Articles.units(markdown))
        .containsExactly("Foods to avoid with statins: Grapefruit.");
  }

  @Test
  void readsALeadInWithinAParagraphToItsEnd() {
    assertThat(
            units("## Falls\n\nAfter a fall, never: move the person. Give food. Leave them alone."))
        .containsExactly("After a fall, never: move the person; Give food; Leave them alone.");
    assertThat(units("## Caídas\n\nNo haga lo siguiente. Mueva a la persona. Dele comida."))
        .containsExactly("No haga lo siguiente; Mueva a la persona; Dele comida.");
  }

  @Test
  void quotesAnUrgentItemWithItsHeading() {
    assertThat(units("## When to call 911\n\n- Chest pain.\n- Blue lips"))
        .containsExactly("When to call 911: Chest pain.", "When to call 911: Blue lips.");
  }

  @Test
  void quotesTheItemsBelowASentenceThatAnnouncesThem() {
    assertThat(units("## Signs\n\nGet help for any of these.\n\n- Fast breaths.\n"))
        .contains("Get help for any of these: Fast breaths.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On a burn, do not:\n\nPut butter on it.\n\nBreak the blisters.",
        "En una quemadura, no haga lo siguiente:\n\nPonga mantequilla.",
        "Never do any of these things.\n\nPut butter on it.",
        "**Evite**\n\nLa toronja.",
        "On a burn:\n\n## Next\n\nMore.",
        "Do not:",
        "- Do not:\n- Put butter on it.",
        "Do not put butter on a burn.\n\n- Cool it with water.",
      })
  void refusesWhatStandsApartFromItsLeadIn(String body) {
    List<Problem> problems =
        Articles.problems(Articles.markdown("a", "starter", "## Burns\n\n" + body));

    assertThat(problems).filteredOn(Problem::misleads).singleElement().satisfies(problem -> {
      assertThat(problem.rule()).isEqualTo("lead-in");
      assertThat(problem.line()).isEqualTo(19);
    });
  }

  @Test
  void refusesATableInMarkdown() {
    assertThat(Articles.problems(Articles.markdown(
            "a", "starter", "## Doses\n\n| Age | Dose |\n|---|---|\n| 6 | 5 mL |")))
        .extracting(Problem::rule)
        .contains("not-quotable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The medicine spreads to your armCall for help.",
        "A drop of bl\uFFFDod is enough.",
        "El niÃ±o tiene fiebre.",
        "El ni?o tiene fiebre.",
        "Itâ€™s safe.",
        "Los ni–os van al mŽdico.",
        "El ni¤o tiene fiebre.",
        "Drink water.Rest in bed after that.",
        "A drop ofblood is enough. Your blood is tested.",
        "Wait 4hours and then rest. Two hours may do.",
      })
  void refusesWhatReadingDamaged(String sentence) {
    assertThat(Articles.problems(
            Articles.markdown("a", "starter", "## Overview\n\nAll is well.\n\n" + sentence)))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.toString()).startsWith("test.md:21: damaged");
          assertThat(problem.misleads()).isTrue();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your eGFR and HbA1c are on MyChart, and at https://medlineplus.gov/a1c?x=Ab.",
        "Take 500mg at 8am, the 2nd dose by 10pm. No fever over 38C.",
        "Often the ten of us understand therapy. With in and out, the rapist is another word.",
        "El médico atiende quemaduras. Que madura la fruta, que haya pan.",
        "Is it 5 mL or 7.5 mL? Yes: ask. Take it e.g. at night (or not)."
      })
  void leavesSoundTextsAlone(String sentence) {
    assertThat(Articles.problems(Articles.markdown("a", "starter", "## Overview\n\n" + sentence)))
        .isEmpty();
  }

  /// Whatever a list that is forbidden looks like, no item of it is ever quotable by itself.
  @Test
  void neverQuotesAForbiddenItemByItself() {
    List<String> leadIns = List.of(
        "During a seizure, do not:",
        "Never do any of these:",
        "Avoid the following:",
        "Avoid",
        "You should **not**:",
        "Warning, never do these things.",
        "Don’t do this:",
        "Stay away from:",
        "No haga lo siguiente:",
        "Evite:",
        "Nunca",
        "Está prohibido:",
        "No tome estos:",
        "Seizures are never fun. Please do not:",
        "Stop taking the following...");
    List<String> headings =
        List.of("First aid", "Foods to avoid", "Qué evitar", "Don’t", "Never", "¿Qué no hacer?");
    List<String> items = List.of(
        "Hold the person down",
        "Take aspirin for pain.",
        "Put milk in the mouth. Give water!",
        "1. Dele agua.",
        "Use ice (or snow). It is cold",
        "Tome alcohol? Sí.",
        "Dr. Smith's tea.",
        "Eat 2.5 eggs… Rest.",
        "\"Rub\" the skin.\" Wait.");
    Random random = new Random(19);
    for (int round = 0; round < 4_000; round++) {
      boolean governed = random.nextInt(3) == 0;
      String heading = headings.get(governed ? 1 + random.nextInt(headings.size() - 1) : 0);
      StringBuilder body = new StringBuilder(
          "## " + heading + "\n\nThis text stands first here, and it is not long.\n\n");
      if (!governed || random.nextBoolean()) {
        body.append(any(leadIns, random)).append("\n\n");
      }
      List<String> forbidden = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(4); i++) {
        String item = any(items, random);
        forbidden.add(item);
        body.append(random.nextInt(4) == 0 && i > 0 ? "  - " : "- ")
            .append(item)
            .append('\n');
        if (random.nextInt(5) == 0) {
          body.append("\n  ").append(any(items, random)).append("\n\n");
        }
      }
      String markdown = Articles.markdown("a", "starter", body.toString())
          .replace("language: en", random.nextBoolean() ? "language: en" : "language: es");
      for (String unit : Articles.units(markdown)) {
        assertThat(LeadIns.forbids(unit)).as("%s in%n%s", unit, body).isTrue();
      }
    }
  }

  @Test
  void makesOneSentenceOfAnyText() {
    Random random = new Random(6);
    String alphabet = "aB1 .!?…\"”»)(:;,-\n";
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      for (Language language : Language.values()) {
        String unit = WholeUnit.write("Do not", text.toString(), language);
        assertThat(SentenceSplitter.split(unit, language))
            .as("'%s' of '%s'", unit, text)
            .hasSize(1);
        assertThat(unit).startsWith("Do not");
      }
    }
  }

  private static String any(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static List<String> units(String body) {
    return Articles.units(Articles.markdown("a", "starter", body));
  }
}
