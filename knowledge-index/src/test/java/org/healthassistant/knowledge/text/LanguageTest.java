package org.healthassistant.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class LanguageTest {

  private final JsonMapper json = new JsonMapper();

  @Test
  void readsTheLanguageOfATagWhateverItsCountryScriptOrCase() {
    for (String tag : List.of("es", "ES", "es-MX", "es_419", "es-Latn-MX", " es ")) {
      assertThat(Language.find(tag)).as(tag).contains(Language.SPANISH);
    }
    assertThat(Language.find("en-GB")).contains(Language.ENGLISH);
  }

  @Test
  void findsNothingForATagOfAnotherLanguage() {
    for (String tag : List.of("fr", "est", "e", "", "-", "español", "und", "x-es")) {
      assertThat(Language.find(tag)).as(tag).isEmpty();
    }
    assertThat(Language.find(null)).isEmpty();
  }

  @Test
  void fallsBackOnEnglishWhereTheLanguageIsNotSpoken() {
    assertThat(Language.orFallback("pt-BR")).isEqualTo(Language.ENGLISH);
    assertThat(Language.orFallback(null)).isEqualTo(Language.ENGLISH);
    assertThat(Language.ofLocale(Locale.of("es", "MX"))).isEqualTo(Language.SPANISH);
    assertThat(Language.ofLocale(Locale.JAPAN)).isEqualTo(Language.ENGLISH);
  }

  @Test
  void refusesAnUnknownLanguageInOurOwnData() {
    assertThatThrownBy(() -> Language.required("fr"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("language must be one of [en, es], got 'fr'");
  }

  @Test
  void findsEachLanguageByItsOwnTag() {
    for (Language language : Language.values()) {
      assertThat(Language.required(language.tag())).isEqualTo(language);
      assertThat(language.locale().toLanguageTag()).isEqualTo(language.tag());
    }
  }

  @Test
  void picksAValueOrSaysWhichLanguageLacksOne() {
    Map<Language, String> words = Map.of(Language.ENGLISH, "yes");
    assertThat(Language.ENGLISH.pick(words)).isEqualTo("yes");
    assertThatThrownBy(() -> Language.SPANISH.pick(words))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'es'");
    assertThat(Language.each(Language::tag))
        .containsEntry(Language.ENGLISH, "en")
        .containsEntry(Language.SPANISH, "es");
  }

  @Test
  void isItsTagInJson() {
    record Spoken(Language language, Map<Language, String> words) {}
    Spoken spoken = new Spoken(Language.SPANISH, Map.of(Language.ENGLISH, "yes"));
    String written = json.writeValueAsString(spoken);
    assertThat(written).isEqualTo("{\"language\":\"es\",\"words\":{\"en\":\"yes\"}}");
    assertThat(json.readValue(written, Spoken.class)).isEqualTo(spoken);
    assertThatThrownBy(() -> json.readValue("{\"language\":\"fr\"}", Spoken.class))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("language must be one of");
    assertThatThrownBy(() -> json.readValue("{\"words\":{\"fr\":\"oui\"}}", Spoken.class))
        .isInstanceOf(JacksonException.class);
  }
}
