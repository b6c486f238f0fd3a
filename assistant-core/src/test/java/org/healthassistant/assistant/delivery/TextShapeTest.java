package org.healthassistant.assistant.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.healthassistant.connector.sms.Segmenter;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TextShapeTest {

  private static final String SENTENCE =
      "Most nosebleeds stop within ten minutes of firm pressure.";
  private static final Optional<String> SOURCE = Optional.of("MedlinePlus, Nosebleeds");

  @Test
  void saysWhatMustBeSaidThenTheAnswerThenItsSource() {
    assertThat(shape(List.of("Call 911 now."), List.of(SENTENCE), SOURCE, Language.ENGLISH))
        .containsExactly("Call 911 now. " + SENTENCE + "\nSource: MedlinePlus, Nosebleeds");
    assertThat(shape(List.of(), List.of("Beba agua."), SOURCE, Language.SPANISH))
        .containsExactly("Beba agua.\nFuente: MedlinePlus, Nosebleeds");
  }

  @Test
  void leavesOutWholeSentencesFromTheEndWhereThereIsNoRoom() {
    List<String> may = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      may.add("Sentence number " + i + " of the answer, which is of some length.");
    }
    String text = shape(List.of("Call today."), may, SOURCE, Language.ENGLISH).getFirst();
    assertThat(Segmenter.segment(text).segments()).isLessThanOrEqualTo(3);
    assertThat(text)
        .startsWith("Call today. Sentence number 1 ")
        .endsWith("length.\nSource: MedlinePlus, Nosebleeds")
        .doesNotContain("Sentence number 12");
  }

  @Test
  void namesNoSourceWhenNothingOfItIsSaid() {
    String must =
        "Llame al 911 ahora mismo si el dolor de pecho continúa. ".repeat(3).strip();
    assertThat(shape(
            List.of(must), List.of("Descanse todo el día que pueda."), SOURCE, Language.SPANISH))
        .containsExactly(must);
  }

  @Test
  void neverLeavesOutWhatMustBeSaidHoweverLong() {
    String must = "Llame al 911 ahora mismo; no conduzca usted mismo al hospital, según su plan.";
    List<String> musts = List.of(must, must, must, must);
    assertThat(shape(musts, List.of(SENTENCE), SOURCE, Language.SPANISH))
        .containsExactly(String.join(" ", musts));
  }

  @Test
  void skipsToASentenceThatFitsBesideItsSource() {
    String tooLong = "word ".repeat(120).strip() + ".";
    assertThat(shape(List.of(), List.of(tooLong, SENTENCE), SOURCE, Language.ENGLISH))
        .containsExactly(SENTENCE + "\nSource: MedlinePlus, Nosebleeds");
    assertThat(Segmenter.segment(
                shape(List.of(), List.of(tooLong), SOURCE, Language.ENGLISH).getFirst())
            .segments())
        .isLessThanOrEqualTo(3);
  }

  @Test
  void saysHowManyItemsOfAListThereWasNoRoomFor() {
    List<String> items = java.util.stream.IntStream.rangeClosed(1, 30)
        .mapToObj(i -> "Your medicine list shows medicine number " + i + ".")
        .toList();
    String text = TextShape.shape(
            new SmsContent(List.of("Ask your care team."), items, true, Optional.empty()),
            Language.ENGLISH)
        .getFirst();
    long said = items.stream().filter(text::contains).count();
    assertThat(said).isBetween(2L, 29L);
    assertThat(text).contains("And " + (30 - said) + " more.").endsWith("Ask your care team.");
    assertThat(TextShape.shape(
                new SmsContent(List.of("Bien."), items.subList(0, 2), true, Optional.empty()),
                Language.SPANISH)
            .getFirst())
        .doesNotContain("más");
  }

  @Test
  void replacesTypographyThatWouldCostSegments() {
    assertThat(shape(List.of("It’s 38 – “hot”…"), List.of(), Optional.empty(), Language.ENGLISH))
        .containsExactly("It's 38 - \"hot\"...");
  }

  @Test
  void refusesToSayNothing() {
    assertThatThrownBy(() -> shape(List.of(" "), List.of(), SOURCE, Language.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one sentence");
  }

  @RepeatedTest(50)
  void holdsItsPromisesForRandomContent(RepetitionInfo repetition) {
    long seed = 20_261_124L + repetition.getCurrentRepetition();
    Random random = new Random(seed);
    List<String> must = sentences(random, random.nextInt(12));
    List<String> may = sentences(random, 1 + random.nextInt(8));
    List<String> texts =
        shape(must, may, SOURCE, random.nextBoolean() ? Language.ENGLISH : Language.SPANISH);

    String all = String.join(" ", texts);
    assertThat(all).as("seed %d", seed).startsWith(String.join(" ", must));
    assertThat(texts).as("seed %d", seed).allSatisfy(text -> {
      assertThat(Segmenter.segment(text).segments()).isBetween(1, TextShape.TEXT_SEGMENTS);
      assertThat(text).isEqualTo(text.strip()).isNotEmpty();
    });
    if (all.contains("\n")) {
      assertThat(Segmenter.segment(all).segments()).as("seed %d", seed).isLessThanOrEqualTo(3);
    }
  }

  private static List<String> sentences(Random random, int count) {
    String letters = random.nextBoolean() ? "aeiosnrt" : "áeíosñ😀€";
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder sentence = new StringBuilder();
      int words = 3 + random.nextInt(25);
      for (int word = 0; word < words; word++) {
        int length = 1 + random.nextInt(9);
        random
            .ints(length, 0, (int) letters.codePoints().count())
            .map(at -> letters.codePoints().toArray()[at])
            .forEach(sentence::appendCodePoint);
        sentence.append(word == words - 1 ? "." : " ");
      }
      sentences.add(sentence.toString());
    }
    return sentences;
  }

  private static List<String> shape(
      List<String> must, List<String> may, Optional<String> source, Language language) {
    return TextShape.shape(new SmsContent(must, may, source), language);
  }
}
