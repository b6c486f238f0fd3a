package org.healthassistant.assistant.answer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a sentence rests on.
public sealed interface AnswerCitation {

  /// Its id within the answer: `c1`, `r1`, …
  String id();

  /// The words or the value that support the sentence.
  String snippet();

  /// A section of a vetted article.
  ///
  /// @param title of the article
  /// @param section its heading
  /// @param url where the facts can be read
  /// @param page where this service shows the article, as it is cited:
  ///     `/articles/<id>?release=<id>#<anchor>`
  /// @param reviewedOn the day a clinician reviewed it; null for starter content
  /// @param starter whether no clinician has reviewed it
  record ContentCitation(
      String id,
      String title,
      String section,
      String publisher,
      String url,
      String page,
      @Nullable LocalDate reviewedOn,
      boolean starter,
      String snippet)
      implements AnswerCitation {}

  /// An item of the patient's record.
  ///
  /// @param resource such as `Observation/a1c-3`
  /// @param label what the item is called
  /// @param date the day it is about; null where the source gives none
  record RecordCitation(
      String id, String resource, String label, @Nullable LocalDate date, String snippet)
      implements AnswerCitation {

    @Override
    public String toString() {
      return "RecordCitation[" + id + ", REDACTED]";
    }
  }
}
