package org.healthassistant.assistant.record.told;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.healthassistant.assistant.record.terms.MeasurementTimeline;
import org.healthassistant.assistant.record.told.RecordQuestion.Aspect;
import org.healthassistant.assistant.record.told.RecordQuestion.Part;
import org.healthassistant.connector.record.Appointment;
import org.healthassistant.connector.record.CareItem;
import org.healthassistant.connector.record.CareItem.Visit;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.RecordPart;

/// Tells of visits, the care team, plans, documents, what is due, and results as a list.
record CareTeller(Scene scene, Lists lists, HistoryTeller history) {

  private static final int MOST_VISITS = 3;

  /// Visits to come, with whom and how they are joined; or those that were missed.
  List<Told> appointments(RecordQuestion question) {
    if (question.aspect() == Aspect.MISSED) {
      return missed();
    }
    List<Told> lines = new ArrayList<>();
    scene.record().entries(Appointment.class).stream()
        .filter(lists::isToCome)
        .sorted(Comparator.comparing(lists::start))
        .forEach(entry -> lines.addAll(appointment(entry, question)));
    return history.orNone(history.cut(lines), "none.appointments", RecordPart.APPOINTMENTS);
  }

  private List<Told> appointment(Appointment entry, RecordQuestion question) {
    List<Told> lines = new ArrayList<>();
    lines.add(Told.of(lists.appointment(entry), entry));
    if (!entry.people().isEmpty()) {
      lines.add(Told.of(
          scene.say("appointment.with", "people", String.join(", ", entry.people())), entry));
    }
    String link = entry.link();
    if (link != null) {
      lines.add(Told.of(scene.say("appointment.link", "link", link), entry));
    } else if (question.aspect() == Aspect.LINK) {
      lines.add(Told.of(scene.say("appointment.no-link"), entry));
    }
    return lines;
  }

  private List<Told> missed() {
    List<Told> lines = scene.record().entries(Appointment.class).stream()
        .filter(entry -> entry.status().equals("noshow"))
        .sorted(Scene.newestFirst())
        .map(entry -> scene.dated("appointment.missed", entry, "name", entry.label()))
        .toList();
    return history.orNone(lines, "none.missed", RecordPart.APPOINTMENTS);
  }

  /// Visits that were, the newest first: as recorded, or else appointments that took place.
  List<Told> visits(RecordQuestion question) {
    List<Told> lines = new ArrayList<>();
    List<Visit> seen = scene.newest(CareItem.Visit.class, question, this::isOver);
    for (Visit entry : seen.stream().limit(MOST_VISITS).toList()) {
      lines.add(scene.dated("visit", entry, "name", visit(entry)));
    }
    if (lines.isEmpty()) {
      scene.newest(Appointment.class, question, tookPlace()).stream()
          .limit(MOST_VISITS)
          .forEach(entry -> lines.add(scene.dated("visit", entry, "name", entry.label())));
    }
    return history.orNone(lines, "none.visits", RecordPart.VISITS);
  }

  private boolean isOver(Visit entry) {
    PartialDate date = entry.date();
    return date == null || !date.earliest().isAfter(scene.today());
  }

  private Predicate<Appointment> tookPlace() {
    return entry -> {
      OffsetDateTime start = entry.start();
      boolean agreed = List.of("fulfilled", "arrived", "checked-in").contains(entry.status());
      return agreed && start != null && start.toInstant().isBefore(scene.now());
    };
  }

  private static String visit(Visit entry) {
    List<String> parts = new ArrayList<>();
    parts.add(entry.label());
    parts.addAll(entry.people());
    String place = entry.place();
    if (place != null) {
      parts.add(place);
    }
    return String.join(", ", parts);
  }

  List<Told> team() {
    List<Told> lines = new ArrayList<>();
    for (CareItem.Member entry : scene.record().entries(CareItem.Member.class)) {
      String role = entry.role();
      lines.add(Told.of(
          role == null
              ? scene.say("member", "name", entry.label())
              : scene.say("member.role", "name", entry.label(), "role", role),
          entry));
    }
    return history.orNone(history.cut(lines), "none.team", RecordPart.TEAM);
  }

  List<Told> plans() {
    List<Told> lines = new ArrayList<>();
    for (CareItem.Plan entry : scene.record().entries(CareItem.Plan.class)) {
      PartialDate ended = entry.ended();
      boolean current = !entry.status().equals("completed")
          && (ended == null || !ended.latest().isBefore(scene.today()));
      if (current) {
        lines.add(Told.of(scene.say("plan", "name", entry.label()), entry));
        if (!entry.activities().isEmpty()) {
          lines.add(Told.of(
              scene.say("plan.holds", "activities", String.join("; ", entry.activities())), entry));
        }
      }
    }
    return history.orNone(history.cut(lines), "none.plans", RecordPart.PLANS);
  }

  List<Told> documents(RecordQuestion question) {
    List<Told> lines = scene.newest(CareItem.Document.class, question, any -> true).stream()
        .map(entry -> scene.dated("document", entry, "name", entry.label()))
        .toList();
    return history.orNone(history.cut(lines), "none.documents", RecordPart.DOCUMENTS);
  }

  /// What is ordered or recommended, fillings that run out, and the next visit.
  List<Told> due() {
    List<Told> lines = new ArrayList<>();
    scene.record().entries(CareItem.Due.class).stream()
        .sorted(Scene.newestFirst().reversed())
        .forEach(entry -> lines.add(scene.dated("due", entry, "name", entry.label())));
    lines.addAll(appointments(plain()));
    return history.orNone(history.cut(lines), "none.due", RecordPart.DUE);
  }

  private static RecordQuestion plain() {
    return new RecordQuestion(Part.APPOINTMENTS, Aspect.LAST, List.of(), " ", " ", null, null);
  }

  /// The last reading of each thing measured, of one category, the newest first.
  List<Told> results(RecordQuestion question, String category) {
    Map<Object, Measurement> last = new LinkedHashMap<>();
    MeasurementTimeline.upTo(
            scene.today(),
            scene.record(),
            reading -> reading.category().equals(category)
                && (!question.hasSpan() || Scene.isIn(reading, question)))
        .forEach(reading -> last.put(
            reading.codes().isEmpty() ? reading.label() : reading.codes().getFirst(), reading));
    List<Told> lines =
        last.values().stream().sorted(Scene.newestFirst()).map(this::result).toList();
    return history.orNone(history.cut(lines), "none.results", RecordPart.MEASUREMENTS);
  }

  Told result(Measurement reading) {
    Optional<String> mark = reading.interpretation().stream()
        .map(code -> "told.mark." + code)
        .filter(scene.wording()::has)
        .findFirst();
    String value = scene.wording().value(reading)
        + mark.map(key -> " (" + scene.wording().say(key) + ")").orElse("");
    return scene.dated("value", reading, "name", reading.label(), "value", value);
  }
}
