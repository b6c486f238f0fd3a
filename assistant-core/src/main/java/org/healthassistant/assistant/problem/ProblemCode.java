package org.healthassistant.assistant.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// Every code that a problem of `/api` can bear, with the one status that it is answered with.
/// Codes are for programs and stay as they are; the words beside them are for people and may
/// change.
public enum ProblemCode {
  /// The body is no JSON in UTF-8, by the patients' interface.
  INVALID_JSON(HttpStatus.BAD_REQUEST),
  /// A member or parameter is missing or has a wrong value, by the patients' interface.
  INVALID_REQUEST(HttpStatus.BAD_REQUEST),
  /// A member that the request does not have.
  UNKNOWN_MEMBER(HttpStatus.BAD_REQUEST),
  /// The text has no words.
  EMPTY_TEXT(HttpStatus.BAD_REQUEST),
  /// Consent is asked for a purpose that there is not.
  UNKNOWN_PURPOSE(HttpStatus.BAD_REQUEST),
  /// The key of an action is not 1 to 64 visible ASCII characters.
  INVALID_IDEMPOTENCY_KEY(HttpStatus.BAD_REQUEST),
  /// The query string cannot be read.
  MALFORMED_PARAMETERS(HttpStatus.BAD_REQUEST),
  /// The body is no JSON in UTF-8, by the providers' interface.
  MALFORMED_JSON(HttpStatus.BAD_REQUEST),
  /// There is no body where one is needed, by the providers' interface.
  MISSING_BODY(HttpStatus.BAD_REQUEST),
  /// A member of the body is missing, by the providers' interface.
  MISSING_MEMBER(HttpStatus.BAD_REQUEST),
  /// A member of the body has a wrong type or value, by the providers' interface.
  INVALID_MEMBER(HttpStatus.BAD_REQUEST),
  /// A parameter is missing, by the providers' interface.
  MISSING_PARAMETER(HttpStatus.BAD_REQUEST),
  /// A parameter has a wrong type or value, by the providers' interface.
  INVALID_PARAMETER(HttpStatus.BAD_REQUEST),
  /// The person to whom something is assigned is not of the team.
  UNKNOWN_MEMBER_OF_TEAM(HttpStatus.BAD_REQUEST),
  /// There is no valid bearer token.
  TOKEN_NEEDED(HttpStatus.UNAUTHORIZED),
  /// This caller may not do this.
  NOT_ALLOWED(HttpStatus.FORBIDDEN),
  /// The caller is signed in, but not of the care team.
  NOT_IN_THE_TEAM(HttpStatus.FORBIDDEN),
  /// Only a nurse or a physician may do this.
  CLINICIANS_ONLY(HttpStatus.FORBIDDEN),
  /// The patient has not agreed to chat.
  CONSENT_REQUIRED(HttpStatus.FORBIDDEN),
  /// Demo mode answers its own machine only.
  DEMO_MODE(HttpStatus.FORBIDDEN),
  /// There is no such thing, or it is another patient's.
  NOT_FOUND(HttpStatus.NOT_FOUND),
  /// The route does not have this method.
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
  /// The answer is not to be had in a form that the client accepts.
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
  /// The client's id of a message was used before for another text.
  OTHER_TEXT(HttpStatus.CONFLICT),
  /// The patient said that texts are not safe; nothing was sent.
  CONTACT_UNSAFE(HttpStatus.CONFLICT),
  /// Somebody was faster; `escalation` is how it is now.
  CONFLICT(HttpStatus.CONFLICT),
  /// The key of an action was used before for another one.
  IDEMPOTENCY_KEY_REUSED(HttpStatus.CONFLICT),
  /// The text, or the whole body, is too long.
  TOO_LONG(HttpStatus.CONTENT_TOO_LARGE),
  /// The body is of a media type that is not read, by the patients' interface.
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  /// The body is not said to be JSON, by the providers' interface.
  JSON_NEEDED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  /// The file is none of those that can be read, or breaks off.
  UNREADABLE_FILE(HttpStatus.UNPROCESSABLE_CONTENT),
  /// Too many messages, or other changes, in a minute.
  TOO_FAST(HttpStatus.TOO_MANY_REQUESTS),
  /// Too many conversations, in a day or in all, or too many ratings in a day.
  TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
  /// Too many event streams of one reader.
  TOO_MANY_STREAMS(HttpStatus.TOO_MANY_REQUESTS),
  /// Something went wrong here, and nothing was accepted.
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
  /// Whatever else the server refuses.
  FAILED(HttpStatus.INTERNAL_SERVER_ERROR),
  /// More comes in than can be taken; nothing was taken.
  BUSY(HttpStatus.SERVICE_UNAVAILABLE),
  /// The message is safe, its reply is being made.
  STILL_WORKING(HttpStatus.SERVICE_UNAVAILABLE),
  /// The issuer of tokens cannot be reached, so no token can be checked.
  ISSUER_AWAY(HttpStatus.SERVICE_UNAVAILABLE);

  private final HttpStatus status;

  ProblemCode(HttpStatus status) {
    this.status = status;
  }

  /// The status of the answer.
  public HttpStatus status() {
    return status;
  }

  /// The word as it is sent: `not-found`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// A problem of this code.
  ///
  /// @param detail the rule and the way out, without a value that was sent
  public ProblemDetail detail(String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code());
    return problem;
  }
}
