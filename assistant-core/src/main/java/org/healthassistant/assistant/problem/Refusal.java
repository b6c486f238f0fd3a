package org.healthassistant.assistant.problem;

/// A request that cannot be done as it is. The message names the rule and the way out, and never
/// repeats what was sent.
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemCode code;

  /// A refusal.
  ///
  /// @param detail the rule and the way out, without a value that was sent
  public Refusal(ProblemCode code, String detail) {
    super(detail);
    this.code = code;
  }

  /// A refusal that names a missing member of the body.
  public static Refusal missing(String member) {
    return new Refusal(ProblemCode.MISSING_MEMBER, "'" + member + "' is needed");
  }

  /// A refusal of an escalation that there is not.
  public static Refusal unknownEscalation() {
    return new Refusal(ProblemCode.NOT_FOUND, "no escalation has this id");
  }

  /// A refusal, since the key of an action is that of another one.
  public static Refusal keyReused() {
    return new Refusal(
        ProblemCode.IDEMPOTENCY_KEY_REUSED,
        "this 'Idempotency-Key' was used before for another action on the escalation");
  }

  /// The word for programs, and the status of the answer.
  public ProblemCode code() {
    return code;
  }

  /// The sentence for people.
  public String detail() {
    return String.valueOf(getMessage());
  }
}
