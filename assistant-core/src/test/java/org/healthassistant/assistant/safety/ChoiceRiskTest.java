package org.healthassistant.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The choices of our own questions that name a risk are heard by the screen as one.
class ChoiceRiskTest {

  private static final String KEY = "answer.context.choice.";

  /// What is urgent only with the risk that a choice names.
  private static final Map<String, String> WITH_RISK = Map.of(
      "pregnant", "i see spots",
      "under-1", "has a fever of 101",
      "warfarin", "i fell down today",
      "anticoagulant", "i fell down today",
      "insulin", "i skipped my dose and my sugar is 400");

  private static final Set<String> NAMING_NONE = Set.of(
      "nursing",
      "neither",
      "under-5",
      "under-18",
      "grown",
      "under-65",
      "older",
      "three-days",
      "two-weeks",
      "month",
      "longer",
      "diuretic",
      "opioid",
      "nsaid",
      "aspirin",
      "beta-blocker",
      "antidepressant",
      "benzodiazepine",
      "prednisone",
      "metformin",
      "lithium",
      "statin",
      "levothyroxine",
      "iron",
      "ace-inhibitor",
      "none",
      "dont-know");

  private static final Screen SCREEN = Screen.builtIn();

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void everyChoiceThatNamesARiskRaisesWhatWasSaidBefore(String language) throws IOException {
    Properties words = words(language);
    Set<String> keys = new TreeSet<>();
    for (String key : words.stringPropertyNames()) {
      if (key.startsWith(KEY)) {
        keys.add(key.substring(KEY.length()));
      }
    }
    Set<String> known = new TreeSet<>(NAMING_NONE);
    known.addAll(WITH_RISK.keySet());
    assertThat(keys).isEqualTo(known);

    WITH_RISK.forEach((choice, before) -> assertThat(level(before, words.getProperty(KEY + choice)))
        .as(choice)
        .isGreaterThan(level(before, "ok")));
  }

  private Level level(String before, String reply) {
    return SCREEN
        .screen(new Screening(
            new ScreenedText("m2", reply),
            List.of(new ScreenedText("m1", before)),
            Set.of(),
            Optional.empty()))
        .level();
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (Reader reader = new InputStreamReader(
        Objects.requireNonNull(ChoiceRiskTest.class.getResourceAsStream(
            "/messages/patient_" + language + ".properties")),
        StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
