package org.healthassistant.assistant.record.told;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.healthassistant.assistant.record.terms.LayNames;
import org.healthassistant.assistant.record.terms.LayNames.LayName;
import org.healthassistant.assistant.record.terms.RecordData;
import org.healthassistant.assistant.record.terms.Standing;
import org.healthassistant.assistant.record.told.RecordQuestion.Part;
import org.healthassistant.connector.record.Allergy;
import org.healthassistant.connector.record.Condition;
import org.healthassistant.connector.record.Immunization;
import org.healthassistant.connector.record.Procedure;
import org.healthassistant.connector.record.RecordPart;

/// Tells of conditions, allergies, vaccines and operations: since when, whether, when.
record HistoryTeller(Scene scene, Lists lists) {

  private static final LayNames NAMES = LayNames.builtIn();
  private static final int MOST = 12;

  /// Of conditions; empty where one is named that is nowhere known.
  Optional<List<Told>> conditions(RecordQuestion question) {
    List<Condition> all = scene.record().entries(Condition.class).stream()
        .filter(e -> isOwn(Standing.detect(e)))
        .toList();
    List<Condition> named = EntryNames.named(all, question, NAMES.conditions(), any -> "");
    if (!named.isEmpty()) {
      return Optional.of(once(named).stream().map(this::condition).toList());
    }
    Optional<LayName> known = LayNames.in(NAMES.conditions(), question.asked());
    if (known.isPresent() && question.isFirm()) {
      return Optional.of(
          none("condition.none", spoken(known.get(), question), RecordPart.CONDITIONS));
    }
    return question.part() == Part.CONDITIONS
        ? Optional.of(list(Part.CONDITIONS))
        : Optional.empty();
  }

  private static boolean isOwn(Standing standing) {
    return switch (standing) {
      case OWN, PAST, DOUBTED -> true;
      case FAMILY, DENIED, CIRCUMSTANCE, DIFFERENTIAL -> false;
    };
  }

  /// Each name once, the entry with the earliest beginning of it.
  private static List<Condition> once(List<Condition> entries) {
    List<Condition> kept = new ArrayList<>();
    entries.stream()
        .sorted(Scene.newestFirst().reversed())
        .filter(e -> kept.stream()
            .noneMatch(
                other -> RecordData.folded(other.label()).equals(RecordData.folded(e.label()))))
        .forEach(kept::add);
    return kept;
  }

  private Told condition(Condition entry) {
    boolean begun = entry.onset() != null;
    Told line = entry.date() == null
        ? Told.of(scene.wording().say("fact.condition", "name", entry.label()), entry)
        : scene.dated(
            begun ? "condition.since" : "condition.recorded", entry, "name", entry.label());
    if (Standing.detect(entry) == Standing.DOUBTED) {
      return Told.of(scene.wording().say("list.condition.doubted", "name", entry.label()), entry);
    }
    if (entry.isCurrentOn(scene.today())) {
      return line;
    }
    String key = "status." + entry.clinicalStatus().name().toLowerCase(Locale.ROOT);
    String status = entry.isCurrent() && entry.ended() != null
        ? scene.wording().say("status.ended", "date", scene.wording().date(entry.ended()))
        : scene.wording().has(key) ? scene.wording().say(key) : "";
    return Told.of(
        scene.say(
            entry.date() == null ? "condition.status" : "condition.status.dated",
            "name",
            entry.label(),
            "status",
            status,
            "date",
            entry.date() == null ? "" : scene.wording().date(entry.date())),
        entry);
  }

  /// Of allergies: those that are named, or that they are not listed; else the list.
  List<Told> allergies(RecordQuestion question) {
    List<Allergy> real = scene.record().entries(Allergy.class).stream()
        .filter(e -> e.current() && !e.noKnown())
        .toList();
    List<Allergy> named = EntryNames.named(real, question, NAMES.allergies(), Allergy::substance);
    if (!named.isEmpty()) {
      return named.stream().map(this::allergy).toList();
    }
    Optional<LayName> known = LayNames.in(NAMES.allergies(), question.asked());
    if (known.isPresent() || !EntryNames.words(question).isEmpty()) {
      String name =
          known.isPresent() ? spoken(known.get(), question) : question.words().strip();
      List<Told> lines = new ArrayList<>(none("allergy.none", name, RecordPart.ALLERGIES));
      lines.add(Told.of(scene.say("allergy.unsure")));
      return lines;
    }
    return list(Part.ALLERGIES);
  }

  private Told allergy(Allergy entry) {
    String reaction = entry.reaction();
    return Told.of(
        reaction == null
            ? scene.wording().say("list.allergy", "name", entry.label())
            : scene.say("allergy.reaction", "name", entry.label(), "reaction", reaction),
        entry);
  }

  /// Of vaccines; empty where something is named that is no vaccine.
  Optional<List<Told>> vaccines(RecordQuestion question) {
    List<Immunization> all = scene.newest(Immunization.class, untimed(question), any -> true);
    List<Immunization> named = EntryNames.named(all, question, NAMES.vaccines(), any -> "");
    Optional<LayName> known = LayNames.in(NAMES.vaccines(), question.asked());
    if (!named.isEmpty()) {
      Immunization last = named.getFirst();
      List<Told> lines = new ArrayList<>();
      if (question.hasSpan() && !Scene.isIn(last, question)) {
        lines.add(Told.of(scene.say("vaccine.none.then")));
      }
      lines.add(scene.dated("vaccine", last, "name", last.label()));
      return Optional.of(lines);
    }
    if (!question.isFirm()) {
      return Optional.empty();
    }
    if (known.isPresent()) {
      return Optional.of(
          none("vaccine.none", vaccine(known.get(), question), RecordPart.IMMUNIZATIONS));
    }
    List<Told> lines = new ArrayList<>();
    all.forEach(entry -> lines.add(scene.dated("vaccine", entry, "name", entry.label())));
    return Optional.of(orNone(cut(lines), "none.immunizations", RecordPart.IMMUNIZATIONS));
  }

  private String vaccine(LayName known, RecordQuestion question) {
    return known.name() == null ? spoken(known, question) : scene.language().pick(known.name());
  }

  /// The same question without its time: the last vaccine is told even if it was before.
  private static RecordQuestion untimed(RecordQuestion question) {
    return new RecordQuestion(
        question.part(),
        question.aspect(),
        question.measures(),
        question.words(),
        question.asked(),
        null,
        null);
  }

  /// Of operations and the like, the newest first; empty where something else is named.
  Optional<List<Told>> procedures(RecordQuestion question) {
    List<Procedure> all = scene.newest(Procedure.class, question, any -> true);
    List<Procedure> named = EntryNames.named(all, question, List.of(), any -> "");
    if (!named.isEmpty()) {
      return Optional.of(cut(named.stream().flatMap(e -> procedure(e).stream()).toList()));
    }
    if (question.part() != Part.PROCEDURES) {
      return Optional.empty();
    }
    List<Told> lines = new ArrayList<>();
    all.stream().filter(entry -> !isSmall(entry)).forEach(entry -> lines.addAll(procedure(entry)));
    return Optional.of(orNone(cut(lines), "none.procedures", RecordPart.PROCEDURES));
  }

  private static boolean isSmall(Procedure entry) {
    String label = RecordData.folded(entry.label());
    return NAMES.notSurgery().stream().anyMatch(word -> label.contains(RecordData.folded(word)));
  }

  private List<Told> procedure(Procedure entry) {
    List<Told> lines = new ArrayList<>();
    lines.add(scene.dated("procedure", entry, "name", entry.label()));
    if (!entry.reasons().isEmpty()) {
      lines.add(Told.of(
          scene.say("procedure.for", "reasons", String.join(", ", entry.reasons())), entry));
    }
    if (!entry.people().isEmpty()) {
      lines.add(
          Told.of(scene.say("procedure.who", "people", String.join(", ", entry.people())), entry));
    }
    entry
        .notes()
        .forEach(note -> lines.add(Told.of(scene.say("procedure.note", "note", note), entry)));
    return lines;
  }

  private List<Told> list(Part part) {
    List<Told> lines = new ArrayList<>(lists.tell(scene.record(), part));
    RecordPart of = part == Part.ALLERGIES ? RecordPart.ALLERGIES : RecordPart.CONDITIONS;
    return orNone(lines, "none." + part.name().toLowerCase(Locale.ROOT), of);
  }

  private List<Told> none(String key, String name, RecordPart part) {
    List<Told> lines = new ArrayList<>();
    lines.add(Told.of(scene.say(key, "name", name)));
    lines.addAll(scene.gaps(part));
    return lines;
  }

  /// The lines; where there are none and nothing is missing, that; and that something is missing.
  List<Told> orNone(List<Told> lines, String none, RecordPart part) {
    List<Told> all = new ArrayList<>(lines);
    if (all.isEmpty() && !scene.record().incomplete().contains(part)) {
      all.add(Told.of(scene.say(none)));
    }
    all.addAll(scene.gaps(part));
    return all;
  }

  /// At most a dozen lines; of more it is said how many.
  List<Told> cut(List<Told> lines) {
    if (lines.size() <= MOST) {
      return lines;
    }
    List<Told> kept = new ArrayList<>(lines.subList(0, MOST));
    kept.add(Told.of(scene.say("more", "count", Integer.toString(lines.size() - MOST))));
    return kept;
  }

  /// The words by which the message named it.
  private static String spoken(LayName name, RecordQuestion question) {
    return name.asked().values().stream()
        .flatMap(List::stream)
        .filter(word -> question.asked().contains(" " + word + " "))
        .max(java.util.Comparator.comparingInt(String::length))
        .orElse(question.words().strip());
  }
}
