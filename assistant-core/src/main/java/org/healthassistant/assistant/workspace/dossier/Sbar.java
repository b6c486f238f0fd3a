package org.healthassistant.assistant.workspace.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a provider reads first, in the order of SBAR. Put together from facts by code; every line
/// says what it rests on, or that something is not known.
public record Sbar(
    List<Line> situation, List<Line> background, List<Line> assessment, List<Line> recommendation) {

  public Sbar {
    situation = List.copyOf(situation);
    background = List.copyOf(background);
    assessment = List.copyOf(assessment);
    recommendation = List.copyOf(recommendation);
  }

  /// @param source null where the line says that nothing is known
  public record Line(
      String text,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Source source) {

    static Line ofMessage(String text, String messageId) {
      return new Line(text, new Source("message", messageId));
    }

    static Line ofRecord(String text, String resource) {
      return new Line(text, new Source("record", resource));
    }

    static Line unknown(String text) {
      return new Line(text, null);
    }

    @Override
    public String toString() {
      return "Line[REDACTED]";
    }
  }

  /// @param kind `message`, `record` or `escalation`
  /// @param id of the message or escalation, or the record's resource
  public record Source(String kind, String id) {}
}
