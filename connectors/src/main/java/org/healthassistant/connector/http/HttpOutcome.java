package org.healthassistant.connector.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// What is known after one request.
public sealed interface HttpOutcome {
  /// The other side answered.
  ///
  /// @param status the HTTP status
  /// @param retryAfter the header of that name as sent; null if there is none
  /// @param body the beginning of the body, at most [SingleAttemptHttpClient#BODY_LIMIT] bytes
  record Answered(int status, @Nullable String retryAfter, String body) implements HttpOutcome {
    /// How long the other side asks to wait: seconds, or until a date. Null if it does not say,
    /// or nonsense.
    ///
    /// @param now what a date is measured against; a date in the past is no wait
    public @Nullable Duration wait(Instant now) {
      if (retryAfter == null) {
        return null;
      }
      String text = retryAfter.strip();
      if (text.matches("\\d{1,9}")) {
        return Duration.ofSeconds(Long.parseLong(text));
      }
      try {
        Instant until =
            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
      } catch (DateTimeException e) {
        return null;
      }
    }

    @Override
    public String toString() {
      return "Answered[status=" + status + "]";
    }
  }

  /// No connection came about, so nothing was sent.
  record NotSent() implements HttpOutcome {}

  /// The request was or may have been sent, but no whole answer came.
  ///
  /// @param code `timeout` or `connection-broken`
  record Broken(String code) implements HttpOutcome {}
}
