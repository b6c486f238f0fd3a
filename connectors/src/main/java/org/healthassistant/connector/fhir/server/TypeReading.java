package org.healthassistant.connector.fhir.server;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What came of one type.
///
/// @param entries that were found, of this type or included; those of the pages before a failure
///     too
/// @param since from when on changes were asked for; null: all of the type
/// @param failure why it did not come to its end; empty: it did
/// @param partly whether the server holds back some of it, by a scope or by its own word
/// @param at what time it was at the server when the search began; null if it gave no page
record TypeReading(
    String type,
    List<JsonNode> entries,
    @Nullable Instant since,
    Optional<FhirServerException> failure,
    boolean partly,
    @Nullable Instant at) {

  /// A type that was not asked for, since it would be refused.
  static TypeReading failed(String type, FhirServerException why) {
    return new TypeReading(type, List.of(), null, Optional.of(why), false, null);
  }

  /// A type that the server does not have.
  static TypeReading none(String type, Instant at) {
    return new TypeReading(type, List.of(), null, Optional.empty(), false, at);
  }

  /// Whether all that the server lets us have is among the entries.
  boolean isWhole() {
    return failure.isEmpty() && since == null;
  }

  /// The same, where a scope holds back some of it.
  TypeReading inPart() {
    return new TypeReading(type, entries, since, failure, true, at);
  }

  /// Whether a resource of the type itself was found.
  boolean foundSome() {
    return entries.stream()
        .anyMatch(
            entry -> entry.path("resource").path("resourceType").asString("").equals(type));
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
