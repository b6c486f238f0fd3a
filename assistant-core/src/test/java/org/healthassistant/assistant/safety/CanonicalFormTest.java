package org.healthassistant.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.healthassistant.assistant.safety.meaning.CanonicalForm;
import org.healthassistant.assistant.safety.meaning.CanonicalWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// The golden file is written by `canonical.py`, which brings the training messages into the same
/// form.
class CanonicalFormTest {

  private static final Path GOLDEN = Path.of("src/test/resources/safety/canonical.jsonl");

  private static final CanonicalForm FORM =
      new CanonicalForm(RulePack.builtIn().lexicon().lookAlikes());

  private record Line(String text, String canonical) {}

  @Test
  void isWhatTheTrainingMessagesWereBroughtInto() throws IOException {
    var wrong = new ArrayList<String>();
    var lines = Files.readAllLines(GOLDEN, StandardCharsets.UTF_8);
    for (var json : lines) {
      var line = JsonMapper.shared().readValue(json, Line.class);
      if (!FORM.canonical(line.text()).equals(line.canonical())) {
        wrong.add(line + " was " + FORM.canonical(line.text()));
      }
    }
    assertThat(lines).hasSize(300);
    assertThat(wrong).isEmpty();
  }

  @Test
  void isThatOfItsWords() throws IOException {
    var wrong = new ArrayList<String>();
    for (var json : Files.readAllLines(GOLDEN, StandardCharsets.UTF_8)) {
      var line = JsonMapper.shared().readValue(json, Line.class);
      var words = FORM.words(line.text());
      var joined = words.stream().map(CanonicalWord::form).collect(Collectors.joining(" "));
      if (!joined.equals(line.canonical())) {
        wrong.add(line + " was " + joined);
      }
      words.forEach(word -> assertThat(word.start())
          .isBetween(0, word.end())
          .isLessThan(line.text().length()));
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I CAN'T BREATHE",
        "i can’t breathe!!!",
        "🙂 i cant   bréathe 🙏",
        "і саn't brеathe",
        "i can\u200b't brea\u00adthe",
        "ｉ ｃａｎ＇ｔ ｂｒｅａｔｈｅ",
        "i cant breathe"
      })
  void isTheSameHoweverAMessageIsDressed(String text) {
    assertThat(FORM.canonical(text)).isEqualTo("i cant breathe");
  }

  @Test
  void keepsReadingsWhole() {
    assertThat(FORM.canonical("BP 188/124, sugar: 412. Temp 38.5 at 10:30."))
        .isEqualTo("bp 188/124 sugar 412 temp 38.5 at 10:30");
  }

  @Test
  void knowsWhereItsWordsStand() {
    var text = "Hi! My  chest hurts, (bad).";
    assertThat(FORM.words(text))
        .extracting(word -> text.substring(word.start(), word.end()))
        .containsExactly("Hi", "My", "chest", "hurts", "bad");
    assertThat(FORM.words(text)).filteredOn(CanonicalWord::opens).hasSize(2);
  }
}
