package org.healthassistant.assistant.answer.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.healthassistant.assistant.answer.Circumstances;
import org.healthassistant.assistant.answer.ContextKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Replies to our questions by somebody who had not seen the rules (`said.jsonl`). Every third
/// was set aside before anybody looked; of these only the share is told.
class ContextReaderTest {

  private static final Path FOLDER = Path.of("src/test/resources/answer");
  private static final double NEAR = 0.35;
  private final ContextReader reader = ContextReader.BUILT_IN;

  @ParameterizedTest
  @ValueSource(strings = {"said.jsonl", "set-aside/said.jsonl"})
  void readsReplies(String file) throws IOException {
    Map<String, List<Boolean>> right = new TreeMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8)) {
      JsonNode said = new ObjectMapper().readTree(line);
      String kind = said.get("kind").asString();
      Optional<Boolean> is = isRight(kind, said);
      is.ifPresent(one -> right.computeIfAbsent(kind, any -> new ArrayList<>()).add(one));
      if (is.isPresent() && !is.get() && !file.startsWith("set-aside")) {
        System.out.println("missed " + line);
      }
    }
    right.forEach((kind, all) ->
        System.out.printf("%s %s read: %.2f of %d%n", file, kind, share(all), all.size()));
    assertThat(share(right.values().stream().flatMap(List::stream).toList()))
        .isGreaterThanOrEqualTo(0.75);
  }

  @Test
  void takesAMedicineThatIsAskedAboutForNoneThatIsTaken() {
    assertThat(reader.stated("can i take ibuprofen").medicines()).isEmpty();
    assertThat(reader.stated("can i take ibuprofen, im on warfarin").medicines())
        .contains("warfarin");
  }

  @Test
  void takesAStretchOfTimeForNoAge() {
    assertThat(reader.stated("i have had a cough for 3 years").years()).isEmpty();
    assertThat(reader.stated("tengo tos desde hace 3 años").years()).isEmpty();
    assertThat(reader.stated("my 3 year old has a cough").years()).contains(3.0);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      can i take benadryl, i am 70                           | 70
      im 72 and i cant sleep, can i take benadryl            | 72
      I'm in my 70s. Is benadryl ok?                         | 70
      my mother is 82, can she take ibuprofen                | 82
      my baby is 8 months can i give her tylenol             | 0.67
      my 3 year old has had a cough since tuesday            | 3
      im seventy two and my knees hurt                       | 72
      tengo 70 años, ¿puedo tomar ibuprofeno?                | 70
      tengo 70, puedo tomar benadryl                         | 70
      mi mamá tiene 82, ¿puede tomar ibuprofeno?             | 82
      mi bebé tiene 8 meses ¿le puedo dar tylenol?           | 0.67
      """)
  void readsAnAgeThatIsToldUnasked(String text, double years) {
    assertThat(reader.stated(text).years().orElse(-1.0)).isCloseTo(years, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i am 8 weeks pregnant",
        "im 5 11 and weigh 200",
        "she is 39 with fever",
        "my sugar is 70",
        "i am a woman and my head hurts",
        "im 120 over 80",
        "tengo 39 de fiebre",
        "tengo 2 años tomando metformina",
        "mi azúcar es 70",
        "tengo 8 semanas de embarazo"
      })
  void takesWhatCountsSomethingElseForNoAge(String text) {
    assertThat(reader.stated(text).years()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      my 3 year old has had a cough since tuesday        | 5
      im 70, i have had heartburn for 3 weeks            | 21
      i have had a headache since yesterday              | 1.5
      mi hijo de 3 años tiene tos desde el martes        | 5
      tengo 70 años y llevo 3 semanas con agruras        | 21
      """)
  void readsHowLongBesideAnAge(String text, double days) {
    assertThat(reader.stated(text).days()).contains(days);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "im 8 weeks pregnant and i have heartburn",
        "can i take tylenol every 6 hours",
        "i have heartburn, my baby is 3 weeks old",
        "tengo 8 semanas de embarazo y agruras",
        "puedo tomar tylenol cada 6 horas"
      })
  void takesTheWeeksOfAPregnancyForNothingThatGoesOn(String text) {
    assertThat(reader.stated(text).days()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      I'm 8 weeks pregnant, can i take ibuprofen       | PREGNANT
      im pumping, can i take benadryl                  | NURSING
      pregnant and breastfeeding my toddler            | BOTH
      i am not pregnant but i am breastfeeding         | NURSING
      i think im pregnant                              | EITHER
      tengo 8 semanas de embarazo                      | PREGNANT
      embarazada y doy pecho                           | BOTH
      creo que estoy embarazada                        | EITHER
      """)
  void readsAPregnancyThatIsTold(String text, Circumstances.Pregnancy told) {
    assertThat(reader.stated(text).pregnancy()).contains(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what vitamins should i take to get pregnant",
        "we are trying to conceive, is ibuprofen ok",
        "when should i take a pregnancy test",
        "qué vitaminas tomo para quedar embarazada",
        "cuándo me hago la prueba de embarazo"
      })
  void takesAChildThatIsHopedForForNoPregnancyAndNeedNotAsk(String text) {
    assertThat(reader.stated(text).pregnancy()).isEmpty();
    assertThat(reader.stated(text).settled()).contains(ContextKind.PREGNANCY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"my heart is pumping fast", "where do i put my insulin pump", "pumping iron"})
  void takesOtherPumpsForNoNursing(String text) {
    assertThat(reader.stated(text).pregnancy()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"yes,EITHER", "si,EITHER", "pumping,NURSING", "both,BOTH", "las dos,BOTH"})
  void doesNotTakeABareYesForOneOfTwo(String reply, Circumstances.Pregnancy told) {
    assertThat(reader.answer(ContextKind.PREGNANCY, reply).flatMap(Circumstances::pregnancy))
        .contains(told);
  }

  @Test
  void takesOnForTakingOnlyBeforeAMedicine() {
    assertThat(reader.stated("my mom on warfarin can have spinach?").medicines())
        .contains("warfarin");
    assertThat(reader.stated("i turn on my side at night, is melatonin ok").medicines())
        .isEmpty();
    assertThat(reader.stated("give me information on metformin").medicines()).isEmpty();
  }

  private Optional<Boolean> isRight(String kind, JsonNode said) {
    String text = said.get("says").asString();
    return switch (kind) {
      case "age" ->
        Optional.of(reader
            .answer(ContextKind.AGE, text)
            .flatMap(Circumstances::years)
            .filter(years -> Math.abs(years - said.get("years").asDouble()) < NEAR)
            .isPresent());
      case "pregnant" ->
        Optional.of(reader
            .answer(ContextKind.PREGNANCY, text)
            .flatMap(Circumstances::pregnancy)
            .filter(one -> one.name()
                .equalsIgnoreCase(
                    said.get("means").asString().equals("no")
                        ? "neither"
                        : said.get("means").asString()))
            .isPresent());
      case "how-long" ->
        Optional.of(reader
            .answer(ContextKind.HOW_LONG, text)
            .flatMap(Circumstances::days)
            .filter(days -> isNear(days, said.get("days").asDouble()))
            .isPresent());
      case "medicines" ->
        Optional.of(reader
            .answer(ContextKind.MEDICINES, text)
            .filter(one -> one.medicines().isEmpty() == said.get("means").isString())
            .isPresent());
      case "dont-know" ->
        Optional.of(reader
            .answer(ContextKind.AGE, text)
            .filter(Circumstances.unknown(ContextKind.AGE)::equals)
            .isPresent());
      case "new-question" ->
        Optional.of(reader.answer(ContextKind.PREGNANCY, text).isEmpty());
      default -> Optional.empty();
    };
  }

  private static boolean isNear(double days, double wanted) {
    return days <= 2 * wanted + 2 && wanted <= 2 * days + 2;
  }

  private static double share(List<Boolean> all) {
    return all.stream().filter(right -> right).count() / (double) all.size();
  }
}
