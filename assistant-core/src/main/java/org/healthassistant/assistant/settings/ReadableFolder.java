package org.healthassistant.assistant.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The path names a folder that is there.
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ReadableFolder.Validator.class)
public @interface ReadableFolder {

  /// The end of a sentence that begins with the setting.
  String message() default "names no readable folder";

  /// The groups of Jakarta Validation.
  Class<?>[] groups() default {};

  /// The payload of Jakarta Validation.
  Class<? extends Payload>[] payload() default {};

  /// Looks at the value; an unset one is good.
  final class Validator implements ConstraintValidator<ReadableFolder, Path> {

    /// For Jakarta Validation, which makes validators by reflection.
    public Validator() {}

    @Override
    public boolean isValid(@Nullable Path value, ConstraintValidatorContext context) {
      return value == null || Files.isDirectory(value);
    }
  }
}
