package org.healthassistant.assistant.web;

import java.util.Map;
import org.healthassistant.assistant.problem.ProblemCode;

/// A refusal with a stable code, answered as `application/problem+json`. Holds nothing of a
/// patient.
final class ApiProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient Map<String, String> headers;

  ApiProblem(ProblemCode code, String detail) {
    this(code, detail, Map.of());
  }

  ApiProblem(ProblemCode code, String detail, Map<String, String> headers) {
    super(detail);
    this.code = code;
    this.headers = Map.copyOf(headers);
  }

  static ApiProblem notFound(String what) {
    return new ApiProblem(ProblemCode.NOT_FOUND, "There is no such " + what + ".");
  }

  ProblemCode code() {
    return code;
  }

  Map<String, String> headers() {
    return headers;
  }
}
