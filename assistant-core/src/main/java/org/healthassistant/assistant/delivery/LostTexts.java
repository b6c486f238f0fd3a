package org.healthassistant.assistant.delivery;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// Looks up texts that were lost.
@Component
public class LostTexts {

  private final OutboxRows rows;

  LostTexts(OutboxRows rows) {
    this.rows = rows;
  }

  /// A lost text; empty when there is none of that id, or it was found to have gone out since.
  public Optional<LostText> find(String id) {
    return rows.find(id)
        .filter(row -> LostText.isLost(row.purpose(), row.state()))
        .map(row ->
            new LostText(row.messageId(), row.subjectId(), row.state(), rows.codeOf(row.id())));
  }
}
