package org.healthassistant.connector.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Stream;
import org.healthassistant.connector.sms.Segmentation.Encoding;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmenterTest {
  private static final String[] ALPHABET = {
    "a", "Z", "7", " ", "\n", "é", "ñ", "€", "[", "~", "^", "á", "ç", "°", "😀", "👍🏽", "’", "–"
  };

  static Stream<Arguments> vectors() {
    return Stream.of(
        vector("A", 160, Encoding.GSM7, 160, 1),
        vector("A", 161, Encoding.GSM7, 161, 2),
        vector("A", 306, Encoding.GSM7, 306, 2),
        vector("A", 307, Encoding.GSM7, 307, 3),
        vector("A", 459, Encoding.GSM7, 459, 3),
        vector("A", 460, Encoding.GSM7, 460, 4),
        vector("€", 80, Encoding.GSM7, 160, 1),
        vector("€", 81, Encoding.GSM7, 162, 2),
        vector("é", 160, Encoding.GSM7, 160, 1),
        vector("ê", 70, Encoding.UCS2, 70, 1),
        vector("ê", 71, Encoding.UCS2, 71, 2),
        vector("ê", 134, Encoding.UCS2, 134, 2),
        vector("ê", 135, Encoding.UCS2, 135, 3),
        vector("😀", 35, Encoding.UCS2, 70, 1),
        vector("😀", 36, Encoding.UCS2, 72, 2),
        vector("😀", 67, Encoding.UCS2, 134, 3),
        Arguments.of("A".repeat(152) + "€" + "A".repeat(10), Encoding.GSM7, 164, 2),
        Arguments.of("Temp 38°C", Encoding.UCS2, 9, 1),
        Arguments.of("It’s OK", Encoding.UCS2, 7, 1),
        Arguments.of("`", Encoding.UCS2, 1, 1),
        Arguments.of("", Encoding.GSM7, 0, 1));
  }

  private static Arguments vector(
      String character, int times, Encoding encoding, int units, int segments) {
    return Arguments.of(character.repeat(times), encoding, units, segments);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void countsAsTheStandardDoes(String text, Encoding encoding, int units, int segments) {
    Segmentation cut = Segmenter.segment(text);
    assertThat(cut.encoding()).isEqualTo(encoding);
    assertThat(cut.units()).isEqualTo(units);
    assertThat(cut.segments()).isEqualTo(segments);
  }

  @Test
  void keepsAnEscapeWithItsCharacter() {
    assertThat(Segmenter.segment("A".repeat(152) + "€" + "A".repeat(10)).parts())
        .containsExactly("A".repeat(152), "€" + "A".repeat(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"á", "í", "ó", "ú", "ç", "ê", "â", "ã", "“", "•", "≥", "\t"})
  void needsTheLongAlphabetForWhatTheShortOneLacks(String character) {
    assertThat(Segmenter.segment(character).encoding()).isEqualTo(Encoding.UCS2);
  }

  @Test
  void holdsTheWholeShortAlphabet() {
    String all = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./09:;<=>?¡AZÄÖÑÜ§¿azäöñüà";
    assertThat(Segmenter.segment(all).encoding()).isEqualTo(Encoding.GSM7);
    assertThat(Segmenter.segment(all).units()).isEqualTo(all.length());
    assertThat(Segmenter.segment("\f^{}\\[~]|€").units()).isEqualTo(20);
  }

  @Test
  void losesNothingAndNeverFillsASegmentTooFull() {
    long seed = Long.getLong("tests.seed", new Random().nextLong());
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      String text = random(random, 400);
      Segmentation cut = Segmenter.segment(text);
      assertThat(String.join("", cut.parts())).as("seed %d", seed).isEqualTo(text);
      int limit = cut.segments() == 1 ? cut.encoding().single : cut.encoding().part;
      for (String part : cut.parts()) {
        int units = cut.encoding() == Encoding.UCS2
            ? part.length()
            : Segmenter.segment(part).units();
        assertThat(units).as("seed %d", seed).isLessThanOrEqualTo(limit);
        assertThat(dividesAPair(part)).as("seed %d", seed).isFalse();
      }
    }
  }

  @Nested
  class WhenNormalising {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "It’s “fine” | It's \"fine\"",
          "5–10 — or −3 | 5-10 - or -3",
          "38°C and 38.5 °C, 101 ºF | 38 C and 38.5 C, 101 F",
          "wait… | wait...",
          "• one | - one",
          "a\u00A0b\u202Fc\u2009d\te | a b c d e",
          "≥ 3 and ≤ 5, ± 1 | >= 3 and <= 5, +/- 1",
          "¿Cómo está el niño? Año | ¿Cómo está el niño? Año",
          "soft\u00ADhyphen\u200B | softhyphen",
          "7·9 | 7·9",
          "👩\u200D⚕\uFE0F | 👩\u200D⚕\uFE0F"
        })
    void replacesTypographyAndNothingElse(String text, String plain) {
      assertThat(Segmenter.normalise(text)).isEqualTo(plain);
    }

    @Test
    void composesAccentsAndUnifiesLineEnds() {
      assertThat(Segmenter.normalise("e\u0301 n\u0303\r\nx\ry")).isEqualTo("é ñ\nx\ny");
      assertThat(Segmenter.segment(Segmenter.normalise("Temp 38°C")).encoding())
          .isEqualTo(Encoding.GSM7);
    }

    @Test
    void changesNothingTheSecondTime() {
      long seed = Long.getLong("tests.seed", new Random().nextLong());
      Random random = new Random(seed);
      for (int round = 0; round < 500; round++) {
        String once = Segmenter.normalise(random(random, 60));
        assertThat(Segmenter.normalise(once)).as("seed %d", seed).isEqualTo(once);
      }
    }
  }

  @Nested
  class WhenShortening {
    private static final String SENTENCE = "Pinch the soft part of the nose for ten minutes. ";

    @Test
    void leavesATextThatFitsAsItIs() {
      assertThat(Segmenter.shorten(SENTENCE, 1, " More: 1")).isEqualTo(SENTENCE);
    }

    @Test
    void endsWithAWholeSentence() {
      assertThat(Segmenter.shorten(SENTENCE.repeat(5), 1, " More: 1"))
          .isEqualTo(SENTENCE.repeat(3).strip() + " More: 1");
    }

    @Test
    void doesNotTakeADecimalPointForAnEnd() {
      String value = "Your last A1c was 7.9";
      String text =
          "x".repeat(159 - value.length()) + " " + value + " percent, which is a little high";
      assertThat(Segmenter.shorten(text, 1, "")).endsWith(" A1c was 7.9");
      assertThat(Segmenter.shorten("y" + text, 1, "")).endsWith(" A1c was");
    }

    @Test
    void endsWithAWholeWordWhereNoSentenceFits() {
      String shortened = Segmenter.shorten("word ".repeat(50), 1, "...");
      assertThat(shortened).isEqualTo("word ".repeat(31).strip() + "...");
    }

    @Test
    void neverTakesMoreSegmentsThanAllowed() {
      long seed = Long.getLong("tests.seed", new Random().nextLong());
      Random random = new Random(seed);
      for (int round = 0; round < 500; round++) {
        String text = random(random, 800);
        int most = 1 + random.nextInt(4);
        String shortened = Segmenter.shorten(text, most, " [1]");
        assertThat(Segmenter.segment(shortened).segments())
            .as("seed %d", seed)
            .isLessThanOrEqualTo(most);
        assertThat(dividesAPair(shortened)).as("seed %d", seed).isFalse();
      }
    }

    @Test
    void refusesAnEndingThatDoesNotFit() {
      assertThatThrownBy(() -> Segmenter.shorten("x", 1, "y".repeat(161)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Segmenter.shorten("x", 0, ""))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String random(Random random, int longest) {
    var text = new StringBuilder();
    boolean plain = random.nextBoolean();
    int length = random.nextInt(longest);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET[random.nextInt(plain ? 11 : ALPHABET.length)]);
    }
    return text.toString();
  }

  private static boolean dividesAPair(String part) {
    return !part.isEmpty()
        && (Character.isLowSurrogate(part.charAt(0))
            || Character.isHighSurrogate(part.charAt(part.length() - 1)));
  }
}
