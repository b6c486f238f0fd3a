package org.healthassistant.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.record.terms.StarterTopics;
import org.healthassistant.assistant.safety.RiskFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What a conversation offers to ask.
class StarterQuestionsTest {

  private final TestService service = TestService.on(TestDatabase.H2);

  private List<String> offered(String patient, String language) {
    JsonNode begun = service.json(service.send(
        "POST",
        "/api/v1/conversations",
        service.token(patient),
        "{\"language\": \"" + language + "\"}"));
    return begun.get("suggestions").valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void aPregnantPatientIsOfferedNoDiabetesFoodThoughSheHasDiabetesOfPregnancy() {
    assertThat(offered("priya-nair", "en"))
        .hasSize(3)
        .contains("What should I eat and avoid in pregnancy?")
        .noneMatch(question -> question.contains("diabetes"));
    assertThat(offered("priya-nair", "es")).contains("¿Qué como y qué evito en el embarazo?");
  }

  @Test
  void conditionsAndTheNextVisitDecide() {
    assertThat(offered("dana-whitfield", "en"))
        .containsExactly(
            "What can I eat with diabetes?",
            "What should I eat with high blood pressure?",
            "When is my next visit?");
    assertThat(offered("robert-hayes", "es")).contains("¿Por qué debo pesarme todos los días?");
  }

  @Test
  void whereTheRecordSaysNothingWhatFitsEverybodyIsOffered() {
    assertThat(offered("tom-becker", "en"))
        .hasSize(3)
        .noneMatch(question -> question.contains("diabetes"));
  }

  @Test
  void withoutConsentTheRecordDecidesNothing() {
    consent(false);
    try {
      assertThat(offered("dana-whitfield", "en"))
          .hasSize(3)
          .doesNotContain("When is my next visit?", "What can I eat with diabetes?");
    } finally {
      consent(true);
    }
  }

  private void consent(boolean granted) {
    service.send(
        "PUT",
        "/api/v1/me/consents",
        service.token("dana-whitfield"),
        "{\"purpose\":\"record\",\"granted\":" + granted + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "Prediabetes, ",
    "Diabetes insipidus, ",
    "Family history of diabetes, ",
    "Diabetes mellitus type 2 (disorder), diabetes.1",
    "Diabetes mellitus tipo 2, diabetes.1",
    "Type 1 diabetes, type-1-diabetes.1",
    "Essential hypertension, pressure.1",
    "Pulmonary hypertension, ",
    "Insuficiencia cardíaca, heart-failure.1",
    "Fracture of wrist, ",
  })
  void namesOfConditionsAreUnderstoodAndTheirLookAlikesNot(String condition, String key) {
    assertThat(StarterTopics.fitting(List.of(condition), Set.of()))
        .isEqualTo(key == null ? List.of() : List.of(key));
  }

  @Test
  void aRiskOutranksWhatConditionsSay() {
    assertThat(StarterTopics.fitting(List.of("Type 2 diabetes"), Set.of(RiskFact.PREGNANT)))
        .containsExactly("pregnant.1", "pregnant.2");
  }
}
