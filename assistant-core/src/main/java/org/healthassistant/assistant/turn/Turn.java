package org.healthassistant.assistant.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// One message and the reply to it, as the API gives it and as it is kept.
///
/// @param replyId null exactly when there are no sentences
/// @param action `answer`, `emergency`, `clarify`, `handoff` or `decline`
/// @param text the sentences joined, as shown
/// @param escalation null when none is open
/// @param mode `fixed`, `extractive` or `generated`
/// @param readingGrade of replies of 40 words and more, else null
/// @param release the content release that was searched
/// @param completeness the share of what the articles answer that is told, 0 to 1; null where the
///     reply rests on none
public record Turn(
    String messageId,
    @Nullable String replyId,

    @Schema(allowableValues = {"answer", "emergency", "clarify", "handoff", "decline"})
    String action,

    Triage triage,
    List<Sentence> sentences,
    List<Citation> citations,
    String text,
    @Nullable EscalationView escalation,

    @Schema(allowableValues = {"fixed", "extractive", "generated"})
    String mode,

    Language language,
    @Nullable Double readingGrade,
    String release,
    List<Chart> charts,
    List<String> suggestions,
    @Nullable Double completeness) {

  /// Copies the lists.
  public Turn {
    sentences = List.copyOf(sentences);
    citations = List.copyOf(citations);
    charts = List.copyOf(charts);
    suggestions = List.copyOf(suggestions);
  }

  @Override
  public String toString() {
    return "Turn[" + messageId + ", " + action + ", [REDACTED]]";
  }

  /// Is told of a reply while it is made. Called by one thread at a time, never after the reply
  /// is there; must not wait.
  public interface Progress {

    /// Nobody reads along.
    Progress UNSEEN = new Progress() {
      @Override
      public void begin(Turn.Triage triage) {
        // nobody sees it
      }

      @Override
      public void show(Turn.Sentence sentence) {
        // nobody sees it
      }
    };

    /// Before the first sentence: the decision that the reply is made under.
    void begin(Turn.Triage triage);

    /// A sentence of the reply that stands, in the reply's order. It is not taken back.
    void show(Turn.Sentence sentence);
  }

  /// @param level the higher of this message's and the open escalation's
  /// @param messageLevel this message alone
  public record Triage(
      String level, String messageLevel, List<String> categories, List<FindingView> findings) {}

  /// A reason of the screen; offsets are UTF-16 units into the text of the message named.
  public record FindingView(
      String rule,
      String category,
      String level,
      String message,
      int start,
      int end,
      String explanation) {}

  /// @param citations ids of the citations it rests on; empty for fixed sentences
  /// @param kind `content`, `record`, `safety` or `connective`
  public record Sentence(
      String text,
      List<String> citations,

      @Schema(allowableValues = {"content", "record", "safety", "connective"})
      String kind) {}

  /// What a sentence rests on.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Content.class, name = "content"),
    @JsonSubTypes.Type(value = RecordItem.class, name = "record")
  })
  @Schema(
      discriminatorProperty = "kind",
      discriminatorMapping = {
        @DiscriminatorMapping(value = "content", schema = Content.class),
        @DiscriminatorMapping(value = "record", schema = RecordItem.class)
      })
  public sealed interface Citation {
    /// `c1`, `r1`, …
    String id();
  }

  /// A passage of a vetted article.
  ///
  /// @param url the public page its facts were checked against
  /// @param page our own page of the article, at the section
  /// @param reviewedOn null for starter content, which no clinician has reviewed
  public record Content(
      String id,
      String title,
      String section,
      String publisher,
      String url,
      String page,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String reviewedOn,
      boolean starter,
      String snippet)
      implements Citation {}

  /// An item of the patient's own record.
  ///
  /// @param date absent when the record gives none
  public record RecordItem(
      String id,
      String resource,
      String label,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String date,
      String snippet)
      implements Citation {}

  /// The open escalation as the patient sees it.
  public record EscalationView(String id, String level, String state, String replyBy) {}

  /// A plot of the record.
  public record Chart(String title, String url) {}
}
