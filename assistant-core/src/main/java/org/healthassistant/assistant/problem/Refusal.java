package org.healthassistant.assistant.problem;

import org.springframework.http.HttpStatus;

/// A request that cannot be done as it is. The message names the rule and the way out, and never
/// repeats what was sent.
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;

  public Refusal(HttpStatus status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  public static Refusal invalid(String code, String detail) {
    return new Refusal(HttpStatus.BAD_REQUEST, code, detail);
  }

  public static Refusal missing(String member) {
    return invalid("missing-member", "'" + member + "' is needed");
  }

  public static Refusal unknownEscalation() {
    return new Refusal(HttpStatus.NOT_FOUND, "not-found", "no escalation has this id");
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
