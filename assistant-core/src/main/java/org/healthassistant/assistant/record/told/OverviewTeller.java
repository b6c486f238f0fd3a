package org.healthassistant.assistant.record.told;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.record.terms.MeasureData.Measure;
import org.healthassistant.assistant.record.terms.MeasurementTimeline;
import org.healthassistant.assistant.record.told.RecordQuestion.Aspect;
import org.healthassistant.assistant.record.told.RecordQuestion.Part;
import org.healthassistant.connector.record.CareItem;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.Immunization;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.Procedure;

/// Tells of the record as a whole: what it holds, where it comes from, and a sheet for the next
/// visit.
record OverviewTeller(Scene scene, Lists lists) {

  private static final int RECENT = 5;
  private static final int CHANGES = 6;

  /// What is known: the current lists, the next visit, and the latest of all that has a day.
  List<Told> everything() {
    List<Told> lines = new ArrayList<>();
    lines.add(Told.of(scene.say(
        "know.count", "count", Integer.toString(scene.record().entries().size()))));
    for (Part part : List.of(Part.CONDITIONS, Part.MEDICINES, Part.ALLERGIES)) {
      lines.addAll(lists.tell(scene.record(), part));
    }
    lines.addAll(lists.tell(scene.record(), Part.APPOINTMENTS).stream().limit(1).toList());
    List<Told> latest = timeline();
    if (!latest.isEmpty()) {
      lines.add(Told.of(scene.say("know.latest")));
      lines.addAll(latest);
    }
    if (!scene.record().incomplete().isEmpty()) {
      lines.add(Told.of(scene.say("know.incomplete")));
    }
    lines.add(Told.of(scene.say("know.ask")));
    return lines;
  }

  /// The latest things with a day, the newest first, each as a sentence.
  private List<Told> timeline() {
    return scene.record().entries().stream()
        .filter(entry -> isEvent(entry) && isPast(entry))
        .sorted(Scene.newestFirst())
        .limit(RECENT)
        .map(this::event)
        .toList();
  }

  private static boolean isEvent(Entry entry) {
    return entry instanceof CareItem.Visit
        || entry instanceof Procedure
        || entry instanceof Immunization
        || entry instanceof Condition
        || entry instanceof Medication;
  }

  private boolean isPast(Entry entry) {
    PartialDate date = entry.date();
    return date != null && !date.earliest().isAfter(scene.today());
  }

  private Told event(Entry entry) {
    String kind = switch (entry) {
      case CareItem.Visit visit -> "event.visit";
      case Procedure procedure -> "event.procedure";
      case Immunization vaccine -> "event.vaccine";
      case Medication medicine -> "event.medicine";
      default -> "event.condition";
    };
    PartialDate date = entry.date();
    return Told.of(
        scene.say(
            kind,
            "name",
            entry.label(),
            "date",
            date == null ? "" : scene.wording().date(date)),
        entry);
  }

  /// Where all this comes from.
  List<Told> sources() {
    return List.of(
        Told.of(scene.say("source.record")),
        Told.of(scene.say("source.marks")),
        Told.of(scene.say("source.articles")));
  }

  /// A sheet for the next visit: which, what is new since the last one, medicines, questions.
  List<Told> sheet() {
    List<Told> lines = new ArrayList<>();
    lines.add(Told.of(scene.say("sheet.title")));
    lines.addAll(lists.tell(scene.record(), Part.APPOINTMENTS).stream().limit(1).toList());
    List<Told> changes = changes(lastVisit());
    if (!changes.isEmpty()) {
      lines.add(Told.of(scene.say("sheet.changes")));
      lines.addAll(changes);
    }
    List<Told> medicines = lists.tell(scene.record(), Part.MEDICINES);
    if (!medicines.isEmpty()) {
      lines.add(Told.of(scene.say("sheet.medicines")));
      lines.addAll(medicines);
    }
    lines.addAll(lists.tell(scene.record(), Part.ALLERGIES));
    lines.add(Told.of(scene.say("sheet.ask.title")));
    lines.add(Told.of(scene.say("sheet.ask.1")));
    lines.add(Told.of(scene.say("sheet.ask.2")));
    lines.add(Told.of(scene.say("sheet.ask.3")));
    return lines;
  }

  private LocalDate lastVisit() {
    return scene.record().entries(CareItem.Visit.class).stream()
        .filter(this::isPast)
        .min(Scene.newestFirst())
        .flatMap(visit -> Optional.ofNullable(visit.date()))
        .map(PartialDate::earliest)
        .orElse(scene.today().minusMonths(6));
  }

  /// Measures that have a reading on or after a day, each with what it was before.
  private List<Told> changes(LocalDate since) {
    MeasureTeller teller = new MeasureTeller(scene);
    RecordQuestion value =
        new RecordQuestion(Part.MEASURE, Aspect.LAST, List.of(), " ", " ", null, null);
    List<Told> lines = new ArrayList<>();
    int told = 0;
    for (Measure measure : MeasureTeller.known().values()) {
      Optional<Measurement> last =
          MeasurementTimeline.last(scene.today(), scene.record(), measure::matches);
      PartialDate date = last.map(Measurement::date).orElse(null);
      if (date != null && !date.earliest().isBefore(since) && told < CHANGES) {
        lines.addAll(teller.one(measure, value));
        told++;
      }
    }
    return lines;
  }
}
