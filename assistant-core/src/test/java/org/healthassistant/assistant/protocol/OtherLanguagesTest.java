package org.healthassistant.assistant.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages in languages that nothing here reads.
class OtherLanguagesTest {

  private final SymptomProtocols protocols = SymptomProtocols.builtIn(new PatientWords()::group);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "J'ai très mal à la poitrine depuis hier",
        "je ne peux pas respirer",
        "estou com muita dor no peito",
        "não consigo respirar",
        "preciso de ajuda com meu remédio",
        "我胸口很疼",
        "胸が痛いです",
        "가슴이 아파요",
        "عندي ألم في الصدر",
        "у меня болит грудь",
        "Mwen gen yon gwo doulè nan pwatrin mwen",
        "pitit mwen gen lafyèv",
        "ho un forte dolore al petto",
        "ich habe starke Schmerzen in der Brust",
        "tôi bị đau ngực và khó thở",
        "masakit ang dibdib ko",
        "waxaan leeyahay xanuun laabta",
        "nina maumivu ya kifua",
        "boli mnie w klatce",
        "मुझे सीने में दर्द है"
      })
  void asksBackInBothLanguages(String text) {
    Optional<Hearing> begun = protocols.begin(text, Optional.empty());

    assertThat(begun).get().isInstanceOfSatisfying(Hearing.Ask.class, ask -> {
      assertThat(ask.progress().protocol()).isEqualTo("other-language");
      assertThat(protocols.asksInAllLanguages(ask.progress())).isTrue();
      for (Language language : Language.values()) {
        assertThat(protocols.prompt(ask.progress(), language).question()).contains("911");
      }
      assertThat(protocols.unanswered(ask.progress()).level()).isEqualTo(Level.SAME_DAY);
    });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what can I eat with type 2 diabetes?", "qué puedo comer con diabetes", "ok", "gracias",
        "chest pain arm numb", "metformin 500", "necesito surtir mi metformina", "hola",
        "ij cjest hurst relly bad", "me duele la kabesa dsde ayer", "tylenol or advil", "hi",
        "lisinopril", "buenos dias", "my husband said je ne sais quoi about it", "\ud83d\ude2d",
        "que medicamento es mejor para la tos", "a1c 7.2", "с\u0430n i t\u0430ke ibuprofen", "thx"
      })
  void leavesOurOwnAlone(String text) {
    assertThat(protocols.begin(text, Optional.empty())).isNotPresent();
  }

  @Test
  void goesUpWhereTheAnswerIsInAnotherLanguageAgain() {
    Hearing.Ask asked = (Hearing.Ask)
        protocols.begin("je ne peux pas respirer", Optional.empty()).orElseThrow();

    assertThat(protocols.hear(asked.progress(), "aidez moi je suis malade"))
        .isInstanceOfSatisfying(
            Hearing.Left.class,
            left -> assertThat(left.disposition().level()).isEqualTo(Level.SAME_DAY));
    assertThat(protocols.hear(asked.progress(), "my knee is sore"))
        .isInstanceOfSatisfying(
            Hearing.Done.class, done -> assertThat(done.ownWords()).isTrue());
  }
}
