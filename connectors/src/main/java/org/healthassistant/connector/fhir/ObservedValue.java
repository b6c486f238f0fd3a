package org.healthassistant.connector.fhir;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/// The value of an observation or of one of its components: a number with its unit, or words.
///
/// Words are used where one number would lose something: `1:80`, `3-5`, a date, yes and no.
record ObservedValue(
    @Nullable BigDecimal number,
    @Nullable String comparator,
    @Nullable String unit,
    @Nullable String displayUnit,
    @Nullable String text) {

  static ObservedValue of(@Nullable Type value) {
    return switch (value) {
      case Quantity quantity -> number(quantity);
      case IntegerType integer ->
        integer.getValue() == null
            ? text(null)
            : new ObservedValue(new BigDecimal(integer.getValue()), null, null, null, null);
      case BooleanType flag ->
        text(flag.getValue() == null ? null : flag.getValue() ? "yes" : "no");
      case CodeableConcept concept -> text(Concepts.name(concept));
      case Range range -> text(join(range.getLow(), "-", range.getHigh()));
      case Ratio ratio -> text(join(ratio.getNumerator(), ":", ratio.getDenominator()));
      case Period period ->
        text(join(
            Concepts.orEmpty(period.getStartElement().getValueAsString()),
            " - ",
            Concepts.orEmpty(period.getEndElement().getValueAsString())));
      case PrimitiveType<?> primitive -> text(primitive.getValueAsString());
      case null -> text(null);
      default -> text(null);
    };
  }

  private static ObservedValue number(Quantity quantity) {
    String unit = Concepts.orNull(quantity.getCode());
    String display = Concepts.orNull(quantity.getUnit());
    if (quantity.getValue() == null) {
      return text(null); // a unit or a sign without its number says nothing
    }
    return new ObservedValue(
        quantity.getValue(),
        quantity.getComparator() == null ? null : quantity.getComparator().toCode(),
        unit != null ? unit : display,
        display != null ? display : unit,
        null);
  }

  private static ObservedValue text(@Nullable String text) {
    return new ObservedValue(null, null, null, null, Concepts.orNull(text));
  }

  private static String join(Quantity first, String between, Quantity second) {
    String low = plain(first);
    String high = plain(second);
    if (low.isEmpty() && high.isEmpty()) {
      return "";
    }
    Quantity measured = high.isEmpty() ? first : second;
    String unit = Concepts.orEmpty(measured.hasUnit() ? measured.getUnit() : measured.getCode());
    return (join(low, between, high) + " " + unit).strip();
  }

  /// Both with what stands between; where one is absent the other with an open end.
  private static String join(String first, String between, String second) {
    if (first.isEmpty() && second.isEmpty()) {
      return "";
    }
    if (second.isEmpty()) {
      return between.equals(":") ? "" : "≥ " + first;
    }
    return first.isEmpty() ? between.equals(":") ? "" : "≤ " + second : first + between + second;
  }

  private static String plain(Quantity quantity) {
    String comparator =
        quantity.getComparator() == null ? "" : quantity.getComparator().toCode();
    return quantity.getValue() == null ? "" : comparator + quantity.getValue().toPlainString();
  }
}
