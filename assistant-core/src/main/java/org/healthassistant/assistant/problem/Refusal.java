package org.healthassistant.assistant.problem;

import org.springframework.http.HttpStatus;

/// A request that cannot be done as it is. The message names the rule and the way out, and never
/// repeats what was sent.
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;

  /// A refusal.
  ///
  /// @param code a stable word for programs
  /// @param detail the rule and the way out, without a value that was sent
  public Refusal(HttpStatus status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  /// A refusal with status 400.
  public static Refusal invalid(String code, String detail) {
    return new Refusal(HttpStatus.BAD_REQUEST, code, detail);
  }

  /// A refusal with status 400 that names a member of the body.
  public static Refusal missing(String member) {
    return invalid("missing-member", "'" + member + "' is needed");
  }

  /// A refusal with status 404.
  public static Refusal unknownEscalation() {
    return new Refusal(HttpStatus.NOT_FOUND, "not-found", "no escalation has this id");
  }

  /// A refusal with status 409: the key of an action is that of another one.
  public static Refusal keyReused() {
    return new Refusal(
        HttpStatus.CONFLICT,
        "idempotency-key-reused",
        "this 'Idempotency-Key' was used before for another action on the escalation");
  }

  /// The status of the answer.
  public HttpStatus status() {
    return status;
  }

  /// The stable word for programs.
  public String code() {
    return code;
  }

  /// The sentence for people.
  public String detail() {
    return String.valueOf(getMessage());
  }
}
