package org.healthassistant.assistant.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/// The members of a record that is [Checked] fit each other.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Consistent.Validator.class)
public @interface Consistent {

  /// Not used: each fault says what is wrong.
  String message() default "is inconsistent";

  /// The groups of Jakarta Validation.
  Class<?>[] groups() default {};

  /// The payload of Jakarta Validation.
  Class<? extends Payload>[] payload() default {};

  /// Reports every fault of the record at its member.
  final class Validator implements ConstraintValidator<Consistent, Checked> {

    /// For Jakarta Validation, which makes validators by reflection.
    public Validator() {}

    @Override
    public boolean isValid(Checked record, ConstraintValidatorContext context) {
      List<Fault> faults = record.faults();
      context.disableDefaultConstraintViolation();
      faults.forEach(fault -> context
          .buildConstraintViolationWithTemplate(literally(fault.what()))
          .addPropertyNode(fault.member())
          .addConstraintViolation());
      return faults.isEmpty();
    }

    private static String literally(String text) {
      return text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}").replace("$", "\\$");
    }
  }
}
