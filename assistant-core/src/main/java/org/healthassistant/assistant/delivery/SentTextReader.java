package org.healthassistant.assistant.delivery;

import java.time.Instant;
import java.util.List;
import org.healthassistant.assistant.patient.Sealing;
import org.springframework.stereotype.Component;

/// Reads the texts that went to a number, for the demo phone.
@Component
public class SentTextReader {

  private final OutboxRows rows;
  private final Sealing sealing;

  SentTextReader(OutboxRows rows, Sealing sealing) {
    this.rows = rows;
    this.sealing = sealing;
  }

  /// The topic that is woken whenever a text to that number changes its state.
  public static String topic(String numberHash) {
    return "sms/" + numberHash;
  }

  /// The ids of all texts to a number that the gateway took, in the order in which it took them;
  /// empty when there are none.
  public List<String> ids(String numberHash) {
    return rows.takenFor(numberHash);
  }

  /// One of them, opened.
  public SentText open(String id) {
    OutboxRow row = rows.find(id).orElseThrow();
    String text = sealing.openIfWhole(row.text(), OutboxRow.place(id)).orElse(Sealing.UNREADABLE);
    return new SentText(id, text, rows.sentAt(id));
  }

  /// A text as it went out.
  public record SentText(String id, String text, Instant at) {
    @Override
    public String toString() {
      return "SentText[" + id + ", [REDACTED]]";
    }
  }
}
