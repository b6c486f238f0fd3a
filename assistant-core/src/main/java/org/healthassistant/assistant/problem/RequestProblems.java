package org.healthassistant.assistant.problem;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Answers what goes wrong in a [ProviderInterface] as RFC 9457 problems with a stable `code`:
/// the rule and the member, never a value.
@RestControllerAdvice(annotations = ProviderInterface.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestProblems {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refusal refusal) {
    return problem(refusal.code(), refusal.detail());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
    Throwable root = NestedExceptionUtils.getMostSpecificCause(unreadable);
    if (root instanceof Refusal refusal) {
      return refused(refusal);
    }
    if (root instanceof UnrecognizedPropertyException unknown) {
      return problem(
          ProblemCode.UNKNOWN_MEMBER, "'" + member(unknown) + "' is not a member of this request");
    }
    if (root instanceof MismatchedInputException mismatch) {
      return problem(ProblemCode.INVALID_MEMBER, "'" + member(mismatch) + "' has the wrong type");
    }
    if (unreadable.getCause() instanceof JacksonException) {
      return problem(ProblemCode.MALFORMED_JSON, "the body is not JSON in UTF-8");
    }
    return problem(ProblemCode.MISSING_BODY, "a JSON body is needed");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException mistyped) {
    return problem(
        ProblemCode.INVALID_PARAMETER, "'" + mistyped.getName() + "' has the wrong type");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing) {
    return problem(ProblemCode.MISSING_PARAMETER, "'" + missing.getParameterName() + "' is needed");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> otherMedia(HttpMediaTypeNotSupportedException other) {
    return problem(ProblemCode.JSON_NEEDED, "the body is to be application/json");
  }

  private static ResponseEntity<ProblemDetail> problem(ProblemCode code, String detail) {
    return ResponseEntity.status(code.status()).body(code.detail(detail));
  }

  /// The path of the member, such as `context[0]`; the whole body where there is none.
  private static String member(MismatchedInputException problem) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : problem.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(shortened(step.getPropertyName()));
      }
    }
    return path.isEmpty() ? "body" : path.toString();
  }

  private static String shortened(String name) {
    return name.length() <= 64 ? name : name.substring(0, 64) + "…";
  }
}
