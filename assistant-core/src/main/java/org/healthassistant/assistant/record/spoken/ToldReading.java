package org.healthassistant.assistant.record.spoken;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.healthassistant.assistant.record.terms.MeasureData;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.connector.wearable.Measured;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// A reading that a patient told in words.
///
/// @param measured what it is of
/// @param value in the unit of [Measured#unit]
/// @param second of a blood pressure the diastolic one; else null
/// @param at when it was measured as the patient told it, as [OffsetDateTime] writes it
/// @param number what the patient said, such as `150/95`
/// @param unit the unit in which it was said, as people write it
public record ToldReading(
    Measured measured,
    BigDecimal value,
    @Nullable BigDecimal second,
    String at,
    String number,
    String unit) {

  /// When it was measured.
  public OffsetDateTime time() {
    return OffsetDateTime.parse(at);
  }

  /// The LOINC code of what it is of.
  public String loinc() {
    return measured.loinc();
  }

  /// It said back, with the time that would be kept: `blood pressure 150/95 mmHg (November 30,
  /// 2026, 8:00 AM)`.
  ///
  /// @param zone in which the time is told
  public String text(Language language, ZoneId zone) {
    Wording wording = Wording.of(language);
    String name = MeasureData.builtIn()
        .measureOf(measured.loinc())
        .map(measure -> measure.name(language))
        .orElse(measured.label());
    var local = time().atZoneSameInstant(zone);
    String said = unit.equals("%") ? number + unit : number + " " + wording.unit(unit);
    return name + " " + said + " (" + wording.date(local.toLocalDate()) + ", "
        + wording.time(local.toLocalTime()) + ")";
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
