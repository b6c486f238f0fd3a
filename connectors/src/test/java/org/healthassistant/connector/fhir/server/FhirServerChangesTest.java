package org.healthassistant.connector.fhir.server;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.healthassistant.connector.fhir.server.ScriptedFhir.allergy;
import static org.healthassistant.connector.fhir.server.ScriptedFhir.json;
import static org.healthassistant.connector.fhir.server.ScriptedFhir.page;
import static org.healthassistant.connector.fhir.server.ScriptedFhir.weight;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.RecordPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A reading behind one of before: only what changed is asked for, where that is enough, and
/// laid onto the copy.
class FhirServerChangesTest {

  @RegisterExtension
  final ScriptedFhir fhir = new ScriptedFhir();

  @Test
  void asksForChangesAndLaysThemOnto() {
    fhir.answer("/Observation", page(weight("a", "70"), weight("b", "71"), weight("c", "72")));
    fhir.answer("/AllergyIntolerance", page(allergy("x", "Latex")));
    ServerReading first = fhir.open().read("pat", ReadState.NONE);
    PatientRecord before = first.onto(null);
    fhir.answer("/AllergyIntolerance", page());
    fhir.answer(
        "/Observation",
        page(
            weight("b", "80"),
            weight("c", "72").replace("\"final\"", "\"entered-in-error\""),
            weight("d", "73")));
    fhir.now = fhir.now.plus(Duration.ofHours(1));
    ServerReading second = fhir.open().read("pat", first.state());
    assertThat(fhir.asked("/Observation").getLast().getUrl())
        .contains("_lastUpdated=ge2026-11-24T14%3A58%3A00Z");
    PatientRecord after = second.onto(before);
    assertThat(sources(after))
        .containsExactlyInAnyOrder(
            "Observation/a", "Observation/b", "Observation/d", "AllergyIntolerance/x");
    assertThat(after.entries(Measurement.class))
        .filteredOn(m -> m.source().equals("Observation/b"))
        .singleElement()
        .satisfies(m -> assertThat(m.value()).asString().isEqualTo("80"));
  }

  @Test
  void readsAllAgainAfterADaySoThatDeletedThingsGo() {
    fhir.answer("/AllergyIntolerance", page(allergy("x", "Latex")));
    ServerReading first = fhir.open().read("pat", ReadState.NONE);
    fhir.answer("/AllergyIntolerance", page());
    fhir.now = fhir.now.plus(Duration.ofHours(24));
    PatientRecord after = fhir.open().read("pat", first.state()).onto(first.onto(null));
    assertThat(after.entries()).isEmpty();
    assertThat(fhir.asked("/AllergyIntolerance"))
        .extracting(LoggedRequest::getUrl)
        .noneMatch(url -> url.contains("_lastUpdated"));
  }

  @Test
  void readsAllWhereTheServerCannotTellWhatChanged() {
    fhir.answer("/Observation", page(weight("a", "70")));
    ServerReading first = fhir.open().read("pat", ReadState.NONE);
    fhir.refuseChanges("/Observation");
    fhir.answer("/Observation", page(weight("b", "71")));
    ServerReading second = fhir.open().read("pat", first.state());
    PatientRecord after = second.onto(first.onto(null));
    assertThat(sources(after)).containsExactly("Observation/b");
    assertThat(after.incomplete()).isEmpty();
  }

  @Test
  void keepsWhatWasKnownOfAPartThatTheServerNoLongerOffers() {
    fhir.answer("/AllergyIntolerance", page(allergy("x", "Latex")));
    ServerReading first = fhir.open().read("pat", ReadState.NONE);
    fhir.answer("/metadata", json("""
        {"resourceType": "CapabilityStatement", "rest": [{"resource": [
          {"type": "Observation"}]}]}"""));
    PatientRecord after = fhir.open().read("pat", first.state()).onto(first.onto(null));
    assertThat(sources(after)).containsExactly("AllergyIntolerance/x");
    assertThat(after.incomplete())
        .contains(RecordPart.ALLERGIES)
        .doesNotContain(RecordPart.MEASUREMENTS);
  }

  @Test
  void keepsWhatCouldNotBeReadAndTellsItsAge() {
    fhir.answer("/AllergyIntolerance", page(allergy("x", "Latex")));
    ServerReading first = fhir.open().read("pat", ReadState.NONE);
    fhir.answer("/AllergyIntolerance", aResponse().withStatus(500));
    fhir.answer(
        "/Observation",
        page(weight("a", "70")).withHeader("Date", "Wed, 25 Nov 2026 16:00:00 GMT"));
    fhir.now = fhir.now.plus(Duration.ofHours(25));
    PatientRecord after = fhir.open().read("pat", first.state()).onto(first.onto(null));
    assertThat(sources(after)).containsExactlyInAnyOrder("AllergyIntolerance/x", "Observation/a");
    assertThat(after.incomplete()).containsExactly(RecordPart.ALLERGIES);
    assertThat(after.asOf()).isEqualTo(ScriptedFhir.NOW);
  }

  @Test
  void tellsAFlawUntilItIsReadWhole() {
    fhir.answer("/AllergyIntolerance", page(allergy("x", "Latex").replace("\"code\"", "\"z\"")));
    ServerReading first = fhir.open().read("pat", ReadState.NONE);
    assertThat(first.onto(null).incomplete()).containsExactly(RecordPart.ALLERGIES);
    fhir.answer("/AllergyIntolerance", page());
    ServerReading second = fhir.open().read("pat", first.state());
    assertThat(second.onto(first.onto(null)).incomplete()).containsExactly(RecordPart.ALLERGIES);
    fhir.now = fhir.now.plus(Duration.ofMinutes(59));
    ServerReading stillByChanges = fhir.open().read("pat", second.state());
    assertThat(stillByChanges.onto(first.onto(null)).incomplete())
        .containsExactly(RecordPart.ALLERGIES);
    fhir.now = fhir.now.plus(Duration.ofMinutes(1));
    ServerReading third = fhir.open().read("pat", second.state());
    assertThat(third.onto(second.onto(null)).incomplete()).isEmpty();
  }

  private static List<String> sources(PatientRecord record) {
    return record.entries().stream().map(Entry::source).toList();
  }
}
