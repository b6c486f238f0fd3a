package org.healthassistant.assistant.workspace.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.safety.Level;
import org.jspecify.annotations.Nullable;

/// An escalation as the list and the stream give it.
///
/// @param patient null for a number that is not linked to a patient
/// @param contact that number; absent for a patient
/// @param assignee the provider's id; null: nobody's yet
/// @param cannotText whether texts do not get through: somebody has to call
/// @param contactUnsafe whether the patient said that calls or texts are not safe
/// @param writtenBy who wrote it for the patient, and what they are to them; absent: nobody did
public record EscalationItem(
    String id,
    String conversation,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Patient patient,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String contact,
    Level level,
    List<String> categories,
    Escalation.State state,
    Instant createdAt,
    Instant replyBy,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String assignee,
    boolean cannotText,
    boolean contactUnsafe,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String writtenBy) {

  /// An item of what the patient wrote.
  public EscalationItem(
      String id,
      String conversation,
      @Nullable Patient patient,
      @Nullable String contact,
      Level level,
      List<String> categories,
      Escalation.State state,
      Instant createdAt,
      Instant replyBy,
      @Nullable String assignee,
      boolean cannotText,
      boolean contactUnsafe) {
    this(
        id,
        conversation,
        patient,
        contact,
        level,
        categories,
        state,
        createdAt,
        replyBy,
        assignee,
        cannotText,
        contactUnsafe,
        null);
  }

  /// Copies the categories.
  public EscalationItem {
    categories = List.copyOf(categories);
  }

  @Override
  public String toString() {
    return "EscalationItem[" + id + ", " + level + ", " + state + "]";
  }

  /// The name to show: the patient's, else the number.
  public String who() {
    return patient != null ? patient.name() : contact == null ? "Unknown number" : contact;
  }

  /// @param id in the record
  record Patient(String id, String name) {
    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }
}
