package org.healthassistant.evaluation.triage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.safety.Screening;
import org.jspecify.annotations.Nullable;

/// One case of a triage set, in the form of the contracts; other members are ignored.
///
/// @param id unique within its file
/// @param lang `en` or `es`; `unknown` when absent
/// @param text the message to decide on
/// @param level what is right
/// @param also levels that count as right too
/// @param context the patient's earlier messages, oldest first
/// @param risk codes of risk facts; unknown ones are ignored
/// @param category for the table by category; `none` marks what must not fire
@JsonIgnoreProperties(ignoreUnknown = true)
public record TriageCase(
    String id,
    @Nullable String lang,
    String text,
    Level level,
    @Nullable List<Level> also,
    @Nullable List<String> context,
    @Nullable List<String> risk,
    @Nullable String category) {

  String language() {
    return Objects.requireNonNullElse(lang, "unknown");
  }

  String group() {
    return Objects.requireNonNullElse(category, "unknown");
  }

  boolean right(Level given) {
    return given == level || (also != null && also.contains(given));
  }

  List<String> earlier() {
    return context == null ? List.of() : context;
  }

  Screening screening() {
    var earlier = new ArrayList<ScreenedText>();
    for (var text : earlier()) {
      earlier.add(new ScreenedText("context-" + earlier.size(), text));
    }
    Set<RiskFact> facts = (risk == null ? List.<String>of() : risk)
        .stream().flatMap(code -> RiskFact.of(code).stream()).collect(Collectors.toSet());
    return new Screening(new ScreenedText(id, text), earlier, facts, Optional.empty());
  }

  @Override
  public String toString() {
    return "TriageCase[" + id + ", REDACTED]";
  }
}
