package org.healthassistant.assistant.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The address is one of a web server: `http` or `https`, with a host.
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = HttpUrl.Validator.class)
public @interface HttpUrl {

  /// The end of a sentence that begins with the setting.
  String message() default "must be an http or https address, such as https://example.org";

  /// The groups of Jakarta Validation.
  Class<?>[] groups() default {};

  /// The payload of Jakarta Validation.
  Class<? extends Payload>[] payload() default {};

  /// Looks at the value; an unset one is good.
  final class Validator implements ConstraintValidator<HttpUrl, URI> {

    /// For Jakarta Validation, which makes validators by reflection.
    public Validator() {}

    @Override
    public boolean isValid(@Nullable URI value, ConstraintValidatorContext context) {
      return value == null
          || (value.getHost() != null
              && ("http".equals(value.getScheme()) || "https".equals(value.getScheme())));
    }
  }
}
