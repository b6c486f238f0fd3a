package org.healthassistant.assistant.record.told;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.record.terms.MeasureData.Measure;
import org.healthassistant.assistant.record.terms.Units;
import org.healthassistant.assistant.record.terms.ValueText;
import org.healthassistant.connector.record.CareItem;
import org.healthassistant.connector.record.CareItem.Goal;
import org.healthassistant.connector.record.CareItem.Target;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.RecordPart;
import org.jspecify.annotations.Nullable;

/// Tells goals, and how far a value is from its goal.
record GoalTeller(Scene scene) {

  private static final Code PRESSURE = Code.loinc("85354-9");

  /// All goals that are not over.
  List<Told> all() {
    List<Told> lines = new ArrayList<>();
    goals().forEach(goal -> lines.add(line(goal)));
    if (lines.isEmpty() && !scene.record().incomplete().contains(RecordPart.GOALS)) {
      lines.add(Told.of(scene.say("none.goals")));
    }
    lines.addAll(scene.gaps(RecordPart.GOALS));
    return lines;
  }

  /// The goals of a measure, and where its last value stands to each.
  List<Told> distance(Measure measure, Measurement last, Series series) {
    List<Told> lines = new ArrayList<>();
    for (Goal goal : goals()) {
      List<Told> of = goal.targets().stream()
          .flatMap(target -> stand(target, goal, measure, last, series).stream())
          .toList();
      if (!of.isEmpty()) {
        lines.add(line(goal));
        lines.addAll(of);
      }
    }
    if (lines.isEmpty()) {
      lines.add(Told.of(scene.say("none.goal", "name", measure.name(scene.language()))));
      lines.addAll(scene.gaps(RecordPart.GOALS));
    }
    return lines;
  }

  private List<Goal> goals() {
    return scene.record().entries(CareItem.Goal.class).stream()
        .filter(Goal::isCurrent)
        .toList();
  }

  private Told line(Goal goal) {
    Optional<PartialDate> due = goal.targets().stream()
        .flatMap(target -> Optional.ofNullable(target.due()).stream())
        .findFirst();
    return Told.of(
        due.isPresent()
            ? scene.say(
                "goal.due", "name", goal.label(), "date", scene.wording().date(due.get()))
            : scene.say("goal", "name", goal.label()),
        goal);
  }

  private Optional<Told> stand(
      Target target, Goal goal, Measure measure, Measurement last, Series series) {
    boolean top = target.measures().contains(ValueText.SYSTOLIC);
    boolean bottom = target.measures().contains(ValueText.DIASTOLIC);
    boolean pressure = measure.loinc().contains(PRESSURE.code()) && (top || bottom);
    boolean same =
        target.measures().stream().anyMatch(code -> measure.loinc().contains(code.code()));
    if (!pressure && !same) {
      return Optional.empty();
    }
    BigDecimal value = bottom
        ? ValueText.part(last, ValueText.DIASTOLIC)
        : top ? ValueText.part(last, ValueText.SYSTOLIC) : last.value();
    if (value == null || last.comparator() != null) {
      return Optional.empty();
    }
    String which = pressure ? bottom ? ".bottom" : ".top" : "";
    return off(value, target, ValueText.unit(last), measure.family()).map(off -> {
      String key = off.signum() == 0 ? "goal.met" : off.signum() > 0 ? "goal.above" : "goal.below";
      return Told.of(
          scene.say(key + which, "distance", series.withUnit(off.abs().toPlainString())),
          last,
          goal);
    });
  }

  /// How far a value lies beyond the target, in the value's unit; 0 within it; empty where the
  /// units cannot be compared.
  static Optional<BigDecimal> off(
      BigDecimal value, Target target, String unit, @Nullable String family) {
    String written = target.unit() == null ? unit : target.unit();
    int scale = Math.max(0, value.scale());
    BigDecimal high = target.high();
    BigDecimal low = target.low();
    if (high == null && low == null) {
      return Optional.empty();
    }
    Optional<BigDecimal> most = convert(high, written, unit, family, scale);
    Optional<BigDecimal> least = convert(low, written, unit, family, scale);
    if ((high != null && most.isEmpty()) || (low != null && least.isEmpty())) {
      return Optional.empty();
    }
    if (most.isPresent() && value.compareTo(most.get()) > 0) {
      return Optional.of(value.subtract(most.get()));
    }
    return least.isPresent() && value.compareTo(least.get()) < 0
        ? Optional.of(value.subtract(least.get()))
        : Optional.of(BigDecimal.ZERO);
  }

  private static Optional<BigDecimal> convert(
      @Nullable BigDecimal value, String from, String to, @Nullable String family, int scale) {
    return value == null
        ? Optional.empty()
        : Units.builtIn().convert(value, from, to, family, scale);
  }
}
