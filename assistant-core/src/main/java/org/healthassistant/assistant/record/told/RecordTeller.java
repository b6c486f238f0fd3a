package org.healthassistant.assistant.record.told;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.record.terms.MeasurementTimeline;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.assistant.record.told.RecordQuestion.Aspect;
import org.healthassistant.assistant.record.told.RecordQuestion.Part;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.knowledge.text.Language;

/// Answers a question from one record, in one language, at one time. Cheap to make; not shared.
public final class RecordTeller {

  /// Of an older copy the day is told.
  private static final Duration FRESH = Duration.ofDays(7);

  private final Scene scene;
  private final Lists lists;
  private final HistoryTeller history;
  private final CareTeller care;
  private final MedicineTeller medicines;

  /// @param now the clinical time
  /// @param zone in which days are reckoned
  public RecordTeller(
      PatientRecord record, Wording wording, Language language, Instant now, ZoneId zone) {
    scene = new Scene(record, wording, language, now, zone);
    lists = new Lists(wording, now, zone);
    history = new HistoryTeller(scene, lists);
    care = new CareTeller(scene, lists, history);
    medicines = new MedicineTeller(scene, lists);
  }

  /// What the record says; empty where the question names nothing that is in it.
  public Optional<Reply> tell(RecordQuestion question) {
    return lines(question).map(lines -> {
      List<Told> all = new ArrayList<>(lines);
      age(question).ifPresent(all::add);
      return Reply.of(all);
    });
  }

  /// What is current of a part that can be listed, a sentence an entry; empty for any other part.
  public List<Told> current(Part part) {
    return lists.tell(scene.record(), part);
  }

  private Optional<List<Told>> lines(RecordQuestion question) {
    return switch (question.part()) {
      case MEASURE -> Optional.of(new MeasureTeller(scene).tell(question));
      case MEDICINES -> medicines.tell(question);
      case ALLERGIES -> Optional.of(history.allergies(question));
      case CONDITIONS -> history.conditions(question);
      case IMMUNIZATIONS -> history.vaccines(question);
      case PROCEDURES -> history.procedures(question);
      case ANY -> byName(question);
      case EVERYTHING, SOURCES, SHEET -> Optional.of(overview(question));
      default -> Optional.of(ofCare(question));
    };
  }

  private List<Told> overview(RecordQuestion question) {
    OverviewTeller overview = new OverviewTeller(scene, lists);
    return switch (question.part()) {
      case SOURCES -> overview.sources();
      case SHEET -> overview.sheet();
      default -> overview.everything();
    };
  }

  private List<Told> ofCare(RecordQuestion question) {
    return switch (question.part()) {
      case RESULTS -> care.results(question, "laboratory");
      case VITALS -> care.results(question, "vital-signs");
      case VISITS -> care.visits(question);
      case GOALS -> new GoalTeller(scene).all();
      case PLANS -> care.plans();
      case TEAM -> care.team();
      case DOCUMENTS -> care.documents(question);
      case DUE -> care.due();
      default -> care.appointments(question);
    };
  }

  /// Whatever has the name: a medicine, a procedure, a vaccine, a condition, a result.
  private Optional<List<Told>> byName(RecordQuestion question) {
    if (!question.isNamed()) {
      return Optional.empty();
    }
    if (!medicines.named(question).isEmpty()) {
      return medicines.tell(question);
    }
    return history
        .procedures(question)
        .or(() -> labelled(question))
        .or(() -> question.aspect() == Aspect.SINCE
            ? history.conditions(question)
            : Optional.<List<Told>>empty())
        .or(() -> history.vaccines(question));
  }

  /// A result by the name that the record itself gives it.
  private Optional<List<Told>> labelled(RecordQuestion question) {
    List<Measurement> all = MeasurementTimeline.upTo(scene.today(), scene.record(), any -> true);
    List<Measurement> named = EntryNames.named(all, question, List.of(), any -> "");
    return named.isEmpty() || named.stream().map(Measurement::label).distinct().count() > 2
        ? Optional.empty()
        : Optional.of(List.of(care.result(named.getLast())));
  }

  /// Of an old copy of what day it is.
  private Optional<Told> age(RecordQuestion question) {
    Instant made = scene.record().asOf();
    boolean old = made != null && made.isBefore(scene.now().minus(FRESH));
    return made != null && (old || question.part() == Part.SOURCES)
        ? Optional.of(Told.of(scene
            .wording()
            .say(
                "list.as-of",
                "date",
                scene.wording().date(LocalDate.ofInstant(made, scene.zone())))))
        : Optional.empty();
  }
}
