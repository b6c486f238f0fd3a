package org.healthassistant.assistant.workspace.dossier;

import java.time.Instant;
import java.util.Map;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.workspace.frame.WorkspaceTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the headline of an escalation into words, as of now.
@Component
public class EscalationHeadlines {

  private final WorkspaceTexts texts;

  EscalationHeadlines(WorkspaceTexts texts) {
    this.texts = texts;
  }

  /// The headline of an escalation.
  ///
  /// @param unseenSince since when a reply is unseen for too long; null: none is
  public EscalationHeadline write(
      Escalation e, EscalationItem item, @Nullable Instant unseenSince) {
    return new EscalationHeadline(
        e.id(),
        e.level(),
        texts.word("level", e.level().name()),
        item.who(),
        about(e, item),
        e.state(),
        texts.word("state", e.state().name()),
        e.assignee().map(texts::person).orElseGet(() -> texts.text("inbox.nobody")),
        waiting(e),
        call(e, item, unseenSince));
  }

  private String about(Escalation e, EscalationItem item) {
    String categories = texts.categories(e.categories());
    return item.writtenBy() == null
        ? categories
        : texts.filled("inbox.written-by", Map.of("what", categories, "writer", item.writtenBy()));
  }

  private EscalationHeadline.Waiting waiting(Escalation e) {
    Instant now = texts.now();
    boolean late = isOpen(e) && e.contactedAt().isEmpty() && now.isAfter(e.replyBy());
    String target = late
        ? texts.filled("inbox.late", Map.of("span", texts.span(e.replyBy(), now)))
        : texts.filled("inbox.left", Map.of("span", texts.span(now, e.replyBy())));
    return new EscalationHeadline.Waiting(
        e.createdAt(), e.replyBy(), texts.span(e.createdAt(), now), target, late);
  }

  private EscalationHeadline.CallReason call(
      Escalation e, EscalationItem item, @Nullable Instant unseenSince) {
    return new EscalationHeadline.CallReason(
        isOpen(e) && item.cannotText() && !item.contactUnsafe(),
        isOpen(e) && item.contactUnsafe(),
        unseenSince,
        unseenSince == null ? "" : texts.span(unseenSince, texts.now()));
  }

  private static boolean isOpen(Escalation e) {
    return e.state() != Escalation.State.RESOLVED;
  }
}
