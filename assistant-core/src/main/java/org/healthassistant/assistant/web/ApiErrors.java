package org.healthassistant.assistant.web;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.healthassistant.assistant.web.limit.BodyLimit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Answers what went wrong on `/api` as RFC 9457 problems with a stable `code`. Nothing that a
/// client sent is repeated, except the name of an unknown member.
@RestControllerAdvice
class ApiErrors extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> problem(ApiProblem problem) {
    HttpHeaders headers = new HttpHeaders();
    problem.headers().forEach(headers::set);
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .body(body(problem.status(), problem.code(), String.valueOf(problem.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexpected(RuntimeException failure) {
    if (isUnstorable(failure)) {
      return ResponseEntity.badRequest()
          .body(body(
              HttpStatus.BAD_REQUEST,
              "invalid-request",
              "A member or parameter holds a character that cannot be kept, such as NUL."));
    }
    log.error("WB-001: a request failed: {}", failure.getClass().getName(), trace(failure));
    return ResponseEntity.internalServerError()
        .body(body(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "internal",
            "Something went wrong here. Nothing was accepted; try again."));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (BodyLimit.isReached(failure)) {
      return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
          .body(body(
              HttpStatus.CONTENT_TOO_LARGE,
              "too-long",
              "A request's body can have " + BodyLimit.MOST_BYTES + " bytes at most."));
    }
    return ResponseEntity.badRequest().body(unreadable(failure.getCause()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String detail = failure.getBindingResult().getFieldErrors().stream()
        .map(error -> "'" + error.getField() + "' " + error.getDefaultMessage())
        .sorted()
        .collect(Collectors.joining("; "));
    return ResponseEntity.badRequest()
        .body(body(HttpStatus.BAD_REQUEST, "invalid-request", detail));
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem && problem.getProperties() == null) {
      problem.setProperty("code", code(status));
    }
    return new ResponseEntity<>(body, headers, status);
  }

  private static String code(HttpStatusCode status) {
    return switch (status.value()) {
      case 400 -> "invalid-request";
      case 404 -> "not-found";
      case 405 -> "method-not-allowed";
      case 406 -> "not-acceptable";
      case 413 -> "too-long";
      case 429 -> "too-many-streams";
      case 503 -> "busy";
      case 415 -> "unsupported-media-type";
      default -> "failed";
    };
  }

  private static ProblemDetail unreadable(@Nullable Throwable cause) {
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return body(
          HttpStatus.BAD_REQUEST,
          "unknown-member",
          "The request has the unknown member '"
              + unknown.getPropertyName()
              + "'; known are "
              + unknown.getKnownPropertyIds());
    }
    if (cause instanceof JacksonException json && !json.getPath().isEmpty()) {
      return body(
          HttpStatus.BAD_REQUEST,
          "invalid-request",
          "The member '" + json.getPath().getLast().getPropertyName() + "' cannot be read.");
    }
    return body(HttpStatus.BAD_REQUEST, "invalid-json", "The body is not JSON in UTF-8.");
  }

  private static ProblemDetail body(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return problem;
  }

  /// PostgreSQL's word for a character that no text of it can hold.
  private static boolean isUnstorable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && "22021".equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /// The stack without messages: a message might repeat what a patient wrote.
  private static Throwable trace(Throwable failure) {
    Throwable bare = new IllegalStateException(failure.getClass().getName());
    bare.setStackTrace(failure.getStackTrace());
    if (failure.getCause() != null && failure.getCause() != failure) {
      bare.initCause(trace(failure.getCause()));
    }
    return bare;
  }
}
