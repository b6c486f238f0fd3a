package org.healthassistant.knowledge.passage;

import java.util.Objects;
import java.util.Optional;
import org.healthassistant.knowledge.text.Capitals;
import org.healthassistant.knowledge.text.Language;

/// A question to the index.
///
/// @param text the question, at most a few thousand characters; blank finds nothing; kept without
/// capitals that mean nothing ([Capitals])
/// @param language the language of the asker; its passages come first
/// @param limit the most hits wanted, 1 to 1000
/// @param floor whether hits with a calibrated score below 0.5 are left out
/// @param eligibility what may be shown
/// @param retriever which ranking is used
/// @param vectors the question's vectors when the caller has them; empty: the index takes them
/// itself
public record SearchRequest(
    String text,
    Language language,
    int limit,
    boolean floor,
    Eligibility eligibility,
    Retriever retriever,
    Optional<QuestionVectors> vectors) {

  /// The ranking that is used.
  public enum Retriever {
    /// Words and vectors together.
    HYBRID,
    /// Words only.
    BM25,
    /// Vectors only.
    DENSE
  }

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException if `limit` is out of range; the message names the value
  public SearchRequest {
    text = Capitals.lowered(Objects.requireNonNull(text, "text"));
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(eligibility, "eligibility");
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit must be 1 to 1000, got " + limit);
    }
  }

  /// The usual request: five hits of the hybrid ranking with the floor on, vectors taken by the
  /// index.
  public static SearchRequest of(String text, Language language, Eligibility eligibility) {
    return new SearchRequest(
        text, language, 5, true, eligibility, Retriever.HYBRID, Optional.empty());
  }

  /// The same request for at most so many hits.
  public SearchRequest withLimit(int newLimit) {
    return new SearchRequest(text, language, newLimit, floor, eligibility, retriever, vectors);
  }

  /// The same request with the floor on or off.
  public SearchRequest withFloor(boolean newFloor) {
    return new SearchRequest(text, language, limit, newFloor, eligibility, retriever, vectors);
  }

  /// The same request by another ranking.
  public SearchRequest withRetriever(Retriever newRetriever) {
    return new SearchRequest(text, language, limit, floor, eligibility, newRetriever, vectors);
  }

  /// The same request with the question's vectors, which must be of the index's own encoders.
  public SearchRequest withVectors(QuestionVectors newVectors) {
    return new SearchRequest(
        text, language, limit, floor, eligibility, retriever, Optional.of(newVectors));
  }

  @Override
  public String toString() {
    return "SearchRequest[text=[REDACTED], language=" + language + ", limit=" + limit + ", floor="
        + floor + ", eligibility=" + eligibility + ", retriever=" + retriever + "]";
  }
}
