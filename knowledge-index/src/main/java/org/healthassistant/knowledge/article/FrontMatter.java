package org.healthassistant.knowledge.article;

import java.time.LocalDate;
import java.util.List;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// What is said of an article at its head.
///
/// @param id lower-case letters, digits and hyphens; unique in a release
/// @param title the title as shown
/// @param language the language it is written in
/// @param pair the id of the same article in the other language; null for none
/// @param topics lower-case slugs, the main one first, at least one
/// @param also other names of its topic, as people say them; may be empty
/// @param record what ties it to a patient's record
/// @param audience for whom it is written, as `patient`
/// @param publisher who publishes it
/// @param url where its facts can be read
/// @param licence under which it may be used
/// @param evidenceDate the day its facts were checked
/// @param reviewedBy the clinician who reviewed it; empty if none
/// @param reviewedOn the day of that review; null if none
/// @param reviewBy the last day it may be shown
/// @param status how far it has been reviewed
/// @param sources the pages its facts were checked against; may be empty
public record FrontMatter(
    String id,
    String title,
    Language language,
    @Nullable String pair,
    List<String> topics,
    @Nullable List<String> also,
    @Nullable RecordTies record,
    String audience,
    String publisher,
    String url,
    String licence,
    LocalDate evidenceDate,
    String reviewedBy,
    @Nullable LocalDate reviewedOn,
    LocalDate reviewBy,
    ReviewStatus status,
    List<Source> sources) {
  /// Copies the lists; releases made before there were these members lack `also` and `record`.
  public FrontMatter {
    topics = List.copyOf(topics);
    sources = List.copyOf(sources);
    also = also == null ? List.of() : List.copyOf(also);
    record = record == null ? RecordTies.NONE : record;
  }

  /// Other names of its topic, as people say them; may be empty.
  public List<String> also() {
    return also == null ? List.of() : also;
  }

  /// What ties it to a patient's record.
  public RecordTies record() {
    return record == null ? RecordTies.NONE : record;
  }
}
