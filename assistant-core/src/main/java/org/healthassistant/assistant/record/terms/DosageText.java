package org.healthassistant.assistant.record.terms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.healthassistant.connector.record.Dose;
import org.healthassistant.connector.record.Medication;

/// Writes how a medicine is to be taken: in the source's words, or else from its coded elements.
public final class DosageText {

  private DosageText() {}

  /// The dosage on one line without a full stop; empty if the record says nothing of it.
  public static String write(Medication entry, Wording wording) {
    if (entry.dosage() != null) {
      String dosage = entry.dosage().strip();
      return dosage.endsWith(".") ? dosage.substring(0, dosage.length() - 1) : dosage;
    }
    return entry.schedule().stream()
        .map(dose -> write(dose, wording))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String write(Dose dose, Wording wording) {
    List<String> parts = new ArrayList<>();
    if (dose.amount() != null) {
      parts.add(wording.unit(dose.amount()));
    }
    if (dose.route() != null) {
      String route = dose.route().toLowerCase(Locale.ROOT);
      String key = route.startsWith("oral") || route.equals("po") ? "dosage.oral" : "";
      parts.add(key.isEmpty() ? dose.route() : wording.say(key));
    }
    String often = often(dose, wording);
    if (!often.isEmpty()) {
      parts.add(often);
    }
    for (String when : dose.when()) {
      String key = "dosage.when." + when.toLowerCase(Locale.ROOT);
      parts.add(wording.has(key) ? wording.say(key) : when);
    }
    if (dose.asNeeded()) {
      parts.add(wording.say("dosage.needed"));
    }
    return String.join(", ", parts);
  }

  private static String often(Dose dose, Wording wording) {
    Integer times = dose.frequency();
    BigDecimal period = dose.period();
    String unit = dose.periodUnit();
    if (times == null || period == null || unit == null || !wording.has("dosage.unit." + unit)) {
      return "";
    }
    boolean one = period.compareTo(BigDecimal.ONE) == 0;
    String span = one
        ? wording.say("dosage.unit." + unit)
        : wording.say(
            "dosage.units." + unit, "count", period.stripTrailingZeros().toPlainString());
    if (times == 1) {
      return wording.say(one ? "dosage.once" : "dosage.every", "span", span);
    }
    return wording.say(
        one ? "dosage.times" : "dosage.times.every",
        "times",
        Integer.toString(times),
        "span",
        span);
  }
}
