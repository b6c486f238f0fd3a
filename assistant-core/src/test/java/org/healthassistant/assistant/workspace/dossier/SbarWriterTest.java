package org.healthassistant.assistant.workspace.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.healthassistant.assistant.workspace.dossier.DossierSamples.line;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.workspace.frame.TestTexts;
import org.junit.jupiter.api.Test;

class SbarWriterTest {

  private static final Highlight CHEST =
      new Highlight("chest-pain-01", "chest-pain", Level.EMERGENCY, 3, 14, "Chest pain");

  private final SbarWriter writer = new SbarWriter(TestTexts.english());
  private final Escalation open =
      DossierSamples.escalation(Level.EMERGENCY, Escalation.State.OPEN, Optional.empty());

  @Test
  void quotesWhatARuleSawAndPointsToTheMessage() {
    Sbar sbar = writer.write(DossierSamples.dossier(
        open, List.of(line("m-2", Author.PATIENT, "my chest hurts bad", 0, CHEST)), List.of()));

    assertThat(sbar.assessment()).singleElement().satisfies(seen -> {
      assertThat(seen.text()).contains("chest hurts", "Chest pain", "chest-pain-01");
      assertThat(seen.source()).isEqualTo(new Sbar.Source(Sbar.Source.Kind.MESSAGE, "m-2"));
    });
  }

  @Test
  void givesARuleOneLineThoughItSawSomethingInSeveralMessages() {
    Sbar sbar = writer.write(DossierSamples.dossier(
        open,
        List.of(
            line("m-1", Author.PATIENT, "my chest aches", -1, CHEST),
            line("m-2", Author.PATIENT, "my chest hurts bad", 0, CHEST)),
        List.of()));

    assertThat(sbar.assessment()).singleElement().satisfies(seen -> {
      assertThat(seen.source()).isEqualTo(new Sbar.Source(Sbar.Source.Kind.MESSAGE, "m-2"));
      assertThat(seen.text()).contains("chest hurts");
    });
  }

  @Test
  void cutsAQuoteThatReachesBeyondTheText() {
    Sbar sbar = writer.write(DossierSamples.dossier(
        open, List.of(line("m-2", Author.PATIENT, "my ch", 0, CHEST)), List.of()));

    assertThat(sbar.assessment())
        .singleElement()
        .satisfies(seen -> assertThat(seen.text()).contains("ch").doesNotContain("chest hurts"));
  }

  @Test
  void saysWhatIsNotKnownInsteadOfLeavingItOut() {
    Sbar bare = writer.write(
        DossierSamples.dossier(open, List.of(), List.of(), Optional.empty(), Optional.empty()));
    Sbar empty = writer.write(DossierSamples.dossier(open, List.of(), List.of()));

    assertThat(bare.background())
        .singleElement()
        .satisfies(line -> assertThat(line.source()).isNull());
    assertThat(empty.background()).hasSize(5);
    assertThat(empty.background().subList(1, 5)).allSatisfy(line -> {
      assertThat(line.source()).isNull();
      assertThat(line.text()).contains("not known");
    });
    assertThat(empty.assessment()).hasSize(1);
  }

  @Test
  void tellsConditionsMedicinesAllergiesAndTheLatestReadingsEachWithItsItem() {
    List<RecordFact> facts = Stream.of(
            Stream.of(
                fact("Condition/1"), fact("MedicationStatement/1"), fact("AllergyIntolerance/1")),
            IntStream.range(0, 12).mapToObj(i -> fact("Observation/" + i)))
        .flatMap(some -> some)
        .toList();

    List<Sbar.Line> background =
        writer.write(DossierSamples.dossier(open, List.of(), facts)).background();

    assertThat(background)
        .extracting(line -> line.source() == null ? "" : line.source().id())
        .startsWith("Patient/p-1", "Condition/1", "MedicationStatement/1", "AllergyIntolerance/1")
        .endsWith("Observation/6", "Observation/7");
  }

  @Test
  void asksForContactByTheTimeThatThePatientWasTold() {
    List<Sbar.Line> recommended =
        writer.write(DossierSamples.dossier(open, List.of(), List.of())).recommendation();

    assertThat(recommended).singleElement().satisfies(line -> {
      assertThat(line.text()).contains("11:20");
      assertThat(line.source()).isEqualTo(new Sbar.Source(Sbar.Source.Kind.ESCALATION, "e-1"));
    });
  }

  private static RecordFact fact(String resource) {
    return new RecordFact(
        "About " + resource, resource, "label", Optional.empty(), "", Optional.empty());
  }
}
