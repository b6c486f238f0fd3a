package org.healthassistant.connector.record;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something measured, counted or observed: a laboratory value, a vital sign, a survey answer.
///
/// A value is a number with unit, a text, a list of components, or absent; numbers are kept as
/// written, so 7.90 stays 7.90. What was entered in error or cancelled is not read at all.
///
/// @param source type and id in the source
/// @param codes what was measured; mostly LOINC
/// @param label its name for people
/// @param category `laboratory`, `vital-signs`, `social-history`, `survey`, …; empty if not told
/// @param value the number; null if there is none
/// @param comparator `<`, `<=`, `>=` or `>`; null for an exact value
/// @param unit the UCUM code of the unit; null if not told
/// @param displayUnit the unit as people write it; null if not told
/// @param text the value in words, where it is not a number; otherwise null
/// @param components values measured together; empty for a single value
/// @param referenceLow the lower end of the range the laboratory gave; null if not told
/// @param referenceHigh its upper end; null if not told
/// @param interpretation codes such as `H`, `L`, `HH`; empty if not told
/// @param status how final it is
/// @param date the day it is about; null if not told
/// @param dateTime the moment, with the offset that the source wrote; null if only the day or
///     less is known
public record Measurement(
    String source,
    List<Code> codes,
    String label,
    String category,
    @Nullable BigDecimal value,
    @Nullable String comparator,
    @Nullable String unit,
    @Nullable String displayUnit,
    @Nullable String text,
    List<Component> components,
    @Nullable BigDecimal referenceLow,
    @Nullable BigDecimal referenceHigh,
    List<String> interpretation,
    Status status,
    @Nullable PartialDate date,

    @JsonFormat(without = JsonFormat.Feature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE) @Nullable
    OffsetDateTime dateTime)
    implements Entry {

  /// How final a measurement is.
  public enum Status {
    /// Complete and checked.
    FINAL,
    /// Early; may still change.
    PRELIMINARY,
    /// Known to exist, with no value yet.
    REGISTERED,
    /// Changed after it was final.
    AMENDED,
    /// Changed after it was final, because it was wrong.
    CORRECTED,
    /// Not told.
    UNKNOWN
  }

  /// Copies the lists.
  public Measurement {
    codes = List.copyOf(codes);
    components = List.copyOf(components);
    interpretation = List.copyOf(interpretation);
  }

  /// A final, exact number with time, in no category and without a range.
  public static Measurement of(
      String source, Code code, String label, BigDecimal value, String unit, OffsetDateTime at) {
    return new Measurement(
        source,
        List.of(code),
        label,
        "",
        value,
        null,
        unit,
        unit,
        null,
        List.of(),
        null,
        null,
        List.of(),
        Status.FINAL,
        PartialDate.of(at.toLocalDate()),
        at);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
