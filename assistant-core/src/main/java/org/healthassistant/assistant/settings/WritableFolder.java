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

/// The path names a folder that can be written, or that can be made.
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WritableFolder.Validator.class)
public @interface WritableFolder {

  /// The end of a sentence that begins with the setting.
  String message() default "cannot be written; give it to this user or choose another";

  /// The groups of Jakarta Validation.
  Class<?>[] groups() default {};

  /// The payload of Jakarta Validation.
  Class<? extends Payload>[] payload() default {};

  /// Looks at the value; an unset one is good.
  final class Validator implements ConstraintValidator<WritableFolder, Path> {

    /// For Jakarta Validation, which makes validators by reflection.
    public Validator() {}

    @Override
    public boolean isValid(@Nullable Path value, ConstraintValidatorContext context) {
      if (value == null) {
        return true;
      }
      Path existing = value.toAbsolutePath();
      while (existing.getParent() != null && !Files.exists(existing)) {
        existing = existing.getParent();
      }
      return Files.isDirectory(existing) && Files.isWritable(existing);
    }
  }
}
