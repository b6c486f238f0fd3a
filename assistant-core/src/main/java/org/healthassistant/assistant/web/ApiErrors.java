package org.healthassistant.assistant.web;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.healthassistant.assistant.problem.ProblemCode;
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
    return ResponseEntity.status(problem.code().status())
        .headers(headers)
        .body(problem.code().detail(String.valueOf(problem.getMessage())));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexpected(RuntimeException failure) {
    if (isUnstorable(failure)) {
      return ResponseEntity.badRequest()
          .body(ProblemCode.INVALID_REQUEST.detail(
              "A member or parameter holds a character that cannot be kept, such as NUL."));
    }
    log.error("WB-001: a request failed: {}", failure.getClass().getName(), trace(failure));
    return ResponseEntity.internalServerError()
        .body(ProblemCode.INTERNAL.detail(
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
          .body(ProblemCode.TOO_LONG.detail(
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
    return ResponseEntity.badRequest().body(ProblemCode.INVALID_REQUEST.detail(detail));
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem && problem.getProperties() == null) {
      problem.setProperty("code", code(status).code());
    }
    return new ResponseEntity<>(body, headers, status);
  }

  private static ProblemCode code(HttpStatusCode status) {
    return switch (status.value()) {
      case 400 -> ProblemCode.INVALID_REQUEST;
      case 404 -> ProblemCode.NOT_FOUND;
      case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
      case 406 -> ProblemCode.NOT_ACCEPTABLE;
      case 413 -> ProblemCode.TOO_LONG;
      case 429 -> ProblemCode.TOO_MANY_STREAMS;
      case 503 -> ProblemCode.BUSY;
      case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
      default -> ProblemCode.FAILED;
    };
  }

  private static ProblemDetail unreadable(@Nullable Throwable cause) {
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return ProblemCode.UNKNOWN_MEMBER.detail("The request has the unknown member '"
          + unknown.getPropertyName()
          + "'; known are "
          + unknown.getKnownPropertyIds());
    }
    if (cause instanceof JacksonException json && !json.getPath().isEmpty()) {
      return ProblemCode.INVALID_REQUEST.detail(
          "The member '" + json.getPath().getLast().getPropertyName() + "' cannot be read.");
    }
    return ProblemCode.INVALID_JSON.detail("The body is not JSON in UTF-8.");
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
