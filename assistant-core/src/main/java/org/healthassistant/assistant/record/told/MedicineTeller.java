package org.healthassistant.assistant.record.told;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.healthassistant.assistant.record.terms.DosageText;
import org.healthassistant.assistant.record.terms.Duplicates;
import org.healthassistant.assistant.record.terms.LayNames;
import org.healthassistant.assistant.record.told.RecordQuestion.Aspect;
import org.healthassistant.assistant.record.told.RecordQuestion.Part;
import org.healthassistant.connector.record.CareItem;
import org.healthassistant.connector.record.CareItem.Filling;
import org.healthassistant.connector.record.Medication;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.RecordPart;
import org.jspecify.annotations.Nullable;

/// Tells of medicines: the list, and of one how it is taken, who ordered it, what for, since when
/// and when it was last filled.
record MedicineTeller(Scene scene, Lists lists) {

  private static final List<Aspect> OF_ONE =
      List.of(Aspect.WHO, Aspect.WHAT_FOR, Aspect.SINCE, Aspect.HOW, Aspect.REFILL, Aspect.WHETHER);

  /// What is said; empty where a medicine is named that is neither in the record nor known.
  Optional<List<Told>> tell(RecordQuestion question) {
    List<Medication> named = named(question);
    if (!named.isEmpty()) {
      return Optional.of(ofOne(named, question));
    }
    boolean known =
        LayNames.in(LayNames.builtIn().medicines(), question.asked()).isPresent();
    if (question.isNamed() && question.aspect() == Aspect.HOW) {
      return Optional.empty(); // how a medicine is used that is not on the list, an article says
    }
    if (question.isNamed() && (known || OF_ONE.contains(question.aspect()))) {
      List<Told> lines = new ArrayList<>();
      lines.add(Told.of(scene.say("medicine.none", "name", question.words().strip())));
      lines.addAll(scene.gaps(RecordPart.MEDICINES));
      return Optional.of(lines);
    }
    return question.part() == Part.MEDICINES ? Optional.of(list(question)) : Optional.empty();
  }

  /// The orders that are named, current ones first, then the newest.
  List<Medication> named(RecordQuestion question) {
    List<Medication> found = EntryNames.named(
        scene.record().entries(Medication.class),
        question,
        LayNames.builtIn().medicines(),
        MedicineTeller::reasons);
    List<Medication> current = Duplicates.ofMedicines(
        found.stream().filter(e -> e.isCurrentOn(scene.today())).toList());
    return current.isEmpty()
        ? found.stream().sorted(Scene.newestFirst()).limit(1).toList()
        : current;
  }

  private static String reasons(Medication entry) {
    Medication.Ordering ordering = entry.ordering();
    return ordering == null ? "" : String.join(" ", ordering.reasons());
  }

  private List<Told> list(RecordQuestion question) {
    List<Told> lines = new ArrayList<>();
    if (question.aspect() == Aspect.WHO || question.aspect() == Aspect.WHAT_FOR) {
      for (Medication entry : Duplicates.ofMedicines(lists.current(scene.record()))) {
        lines.add(question.aspect() == Aspect.WHO ? who(entry) : whatFor(entry));
      }
    } else if (question.aspect() == Aspect.REFILL) {
      Duplicates.ofMedicines(lists.current(scene.record())).stream()
          .filter(entry -> filled(entry).isPresent())
          .forEach(entry -> lines.addAll(refill(entry)));
    }
    if (lines.isEmpty()) {
      lines.addAll(lists.tell(scene.record(), Part.MEDICINES));
    }
    if (lines.isEmpty() && !scene.record().incomplete().contains(RecordPart.MEDICINES)) {
      lines.add(Told.of(scene.say("none.medicines")));
    }
    lines.addAll(scene.gaps(RecordPart.MEDICINES));
    return lines;
  }

  private List<Told> ofOne(List<Medication> named, RecordQuestion question) {
    List<Told> lines = new ArrayList<>();
    for (Medication entry : named) {
      if (!entry.isCurrentOn(scene.today())) {
        lines.add(over(entry));
      }
      switch (question.aspect()) {
        case WHO -> lines.add(who(entry));
        case WHAT_FOR -> lines.add(whatFor(entry));
        case SINCE -> lines.addAll(since(entry));
        case REFILL -> lines.addAll(refill(entry));
        default -> {
          if (entry.isCurrentOn(scene.today())) {
            lines.add(Told.of(lists.medicine(entry), entry));
          }
        }
      }
      if (question.aspect() == Aspect.HOW
          && DosageText.write(entry, scene.wording()).isEmpty()) {
        lines.add(Told.of(scene.say("medicine.how.unknown", "name", entry.label()), entry));
      }
    }
    return lines;
  }

  private Told over(Medication entry) {
    String key = "status." + entry.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    PartialDate ended = entry.ended();
    String status = entry.isCurrent() && ended != null
        ? scene.wording().say("status.ended", "date", scene.wording().date(ended))
        : scene.wording().has(key) ? scene.wording().say(key) : "";
    return Told.of(scene.say("medicine.status", "name", entry.label(), "status", status), entry);
  }

  private Told who(Medication entry) {
    Medication.Ordering ordering = entry.ordering();
    String person = ordering == null ? null : ordering.prescriber();
    return person == null
        ? Told.of(scene.say("medicine.who.unknown", "name", entry.label()), entry)
        : scene.dated("medicine.who", entry, "name", entry.label(), "person", person);
  }

  private Told whatFor(Medication entry) {
    String reasons = reasons(entry);
    Medication.Ordering ordering = entry.ordering();
    return reasons.isBlank() || ordering == null
        ? Told.of(scene.say("medicine.for.unknown", "name", entry.label()), entry)
        : Told.of(
            scene.say(
                "medicine.for",
                "name",
                entry.label(),
                "reasons",
                String.join(", ", ordering.reasons())),
            entry);
  }

  /// Since when, and the order of the same product before it.
  private List<Told> since(Medication entry) {
    List<Told> lines = new ArrayList<>();
    lines.add(scene.dated("medicine.since", entry, "name", entry.label()));
    scene.record().entries(Medication.class).stream()
        .filter(other -> !other.equals(entry) && other.date() != null && isSame(other, entry))
        .filter(other -> Scene.newestFirst().compare(other, entry) > 0)
        .sorted(Scene.newestFirst())
        .reduce((newer, older) -> older)
        .ifPresent(
            first -> lines.add(scene.dated("medicine.earlier", first, "name", first.label())));
    return lines;
  }

  private static boolean isSame(Medication one, Medication other) {
    return one.codes().stream().anyMatch(other.codes()::contains)
        || one.label().equals(other.label());
  }

  private List<Told> refill(Medication entry) {
    List<Told> lines = new ArrayList<>();
    Optional<Filling> filling = filled(entry);
    Integer supply = filling.map(Filling::daysOfSupply).orElse(null);
    Integer days = supply != null ? supply : ordered(entry);
    PartialDate date = filling.map(Filling::date).orElse(null);
    if (filling.isEmpty() || date == null) {
      lines.add(Told.of(scene.say("medicine.no-filling", "name", entry.label()), entry));
    } else if (days == null) {
      lines.add(scene.dated("medicine.filled", filling.get(), "name", entry.label()));
    } else {
      lines.add(filled(filling.get(), entry, date, days));
    }
    Medication.Ordering ordering = entry.ordering();
    if (ordering != null && ordering.refills() != null) {
      lines.add(
          Told.of(scene.say("medicine.refills", "count", ordering.refills().toString()), entry));
    }
    return lines;
  }

  private Told filled(Filling filling, Medication entry, PartialDate date, int days) {
    LocalDate until = date.earliest().plusDays(days);
    String key = until.isBefore(scene.today()) ? "medicine.ran-out" : "medicine.lasts";
    return Told.of(
        scene.say(
            key,
            "name",
            entry.label(),
            "date",
            scene.wording().date(date),
            "days",
            Integer.toString(days),
            "until",
            scene.wording().date(until)),
        filling,
        entry);
  }

  private static @Nullable Integer ordered(Medication entry) {
    Medication.Ordering ordering = entry.ordering();
    return ordering == null ? null : ordering.daysOfSupply();
  }

  /// The last filling of a medicine.
  Optional<Filling> filled(Medication entry) {
    return scene.record().entries(CareItem.Filling.class).stream()
        .filter(filling -> filling.label().equals(entry.label())
            || filling.codes().stream().anyMatch(entry.codes()::contains))
        .min(Scene.newestFirst());
  }
}
