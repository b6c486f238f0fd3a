package org.healthassistant.assistant.workspace.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a provider reads first, in the order of SBAR. Put together from facts by code; every line
/// says what it rests on, or that something is not known.
public record Sbar(
    List<Line> situation, List<Line> background, List<Line> assessment, List<Line> recommendation) {

  /// Copies the lists.
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
      return new Line(text, new Source(Source.Kind.MESSAGE, messageId));
    }

    static Line ofRecord(String text, String resource) {
      return new Line(text, new Source(Source.Kind.RECORD, resource));
    }

    static Line unknown(String text) {
      return new Line(text, null);
    }

    @Override
    public String toString() {
      return "Line[REDACTED]";
    }
  }

  /// What a line rests on.
  ///
  /// @param id of the message or escalation, or the record's resource
  public record Source(Kind kind, String id) {

    /// Where that is to be found.
    public enum Kind {
      MESSAGE,
      RECORD,
      ESCALATION;

      /// The word of the interface: `message`, `record`, `escalation`.
      @JsonValue
      String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }
}
