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
        new ObservedValue(new BigDecimal(integer.getValue()), null, null, null, null);
      case BooleanType flag -> text(Boolean.TRUE.equals(flag.getValue()) ? "yes" : "no");
      case CodeableConcept concept -> text(Concepts.name(concept));
      case Range range -> text(join(range.getLow(), "-", range.getHigh()));
      case Ratio ratio -> text(join(ratio.getNumerator(), ":", ratio.getDenominator()));
      case Period period ->
        text(Concepts.orEmpty(period.getStartElement().getValueAsString())
            + " - "
            + Concepts.orEmpty(period.getEndElement().getValueAsString()));
      case PrimitiveType<?> primitive -> text(primitive.getValueAsString());
      case null -> text(null);
      default -> text(null);
    };
  }

  private static ObservedValue number(Quantity quantity) {
    String unit = Concepts.orNull(quantity.getCode());
    String display = Concepts.orNull(quantity.getUnit());
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
    String unit = Concepts.orEmpty(second.hasUnit() ? second.getUnit() : second.getCode());
    return (plain(first) + between + plain(second) + " " + unit).strip();
  }

  private static String plain(Quantity quantity) {
    String comparator =
        quantity.getComparator() == null ? "" : quantity.getComparator().toCode();
    return quantity.getValue() == null ? "" : comparator + quantity.getValue().toPlainString();
  }
}
