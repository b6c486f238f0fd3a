package org.healthassistant.assistant.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/// A refusal with a stable code, answered as `application/problem+json`. Holds nothing of a
/// patient.
final class ApiProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final transient Map<String, String> headers;

  ApiProblem(HttpStatus status, String code, String detail) {
    this(status, code, detail, Map.of());
  }

  ApiProblem(HttpStatus status, String code, String detail, Map<String, String> headers) {
    super(detail);
    this.status = status;
    this.code = code;
    this.headers = Map.copyOf(headers);
  }

  static ApiProblem notFound(String what) {
    return new ApiProblem(HttpStatus.NOT_FOUND, "not-found", "There is no such " + what + ".");
  }

  HttpStatus status() {
    return status;
  }

  String code() {
    return code;
  }

  Map<String, String> headers() {
    return headers;
  }
}
