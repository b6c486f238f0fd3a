package org.healthassistant.assistant.workspace;

import org.springframework.http.HttpStatus;

/// A request that cannot be done as it is. The message names the rule and the way out, and never
/// repeats what was sent.
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;

  Refusal(HttpStatus status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  static Refusal invalid(String code, String detail) {
    return new Refusal(HttpStatus.BAD_REQUEST, code, detail);
  }

  static Refusal missing(String member) {
    return invalid("missing-member", "'" + member + "' is needed");
  }

  static Refusal unknownEscalation() {
    return new Refusal(HttpStatus.NOT_FOUND, "not-found", "no escalation has this id");
  }

  HttpStatus status() {
    return status;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
