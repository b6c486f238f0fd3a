package org.healthassistant.assistant.turn;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.healthassistant.assistant.safety.RiskFact;
import org.healthassistant.assistant.safety.Screen;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.safety.Screening;
import org.healthassistant.assistant.turn.screening.MessageReadings;
import org.springframework.stereotype.Component;

/// Tells what the screen says of a text, for those who check it. Nothing is stored, answered or
/// escalated.
@Component
public class ScreenProbe {

  private static final Duration READ = Duration.ofSeconds(2);

  private final Screen screen;
  private final MessageReadings readings;
  private final Composer composer;

  ScreenProbe(Screen screen, MessageReadings readings, Composer composer) {
    this.screen = screen;
    this.readings = readings;
    this.composer = composer;
  }

  /// What the screen says of a text, with its meaning where that can be read within two seconds.
  ///
  /// @param context earlier messages, oldest first; findings name them `context-0`, `context-1`,
  ///     …
  /// @param risk what is assumed of the patient's record
  public Turn.Triage triage(String text, List<String> context, Set<RiskFact> risk) {
    List<ScreenedText> earlier = IntStream.range(0, context.size())
        .mapToObj(i -> new ScreenedText("context-" + i, context.get(i)))
        .toList();
    ScreenedText message = new ScreenedText("message", text);
    var meaning = readings.begin(message, earlier).meaning(READ);
    return composer.triage(
        screen.screen(new Screening(message, earlier, risk, meaning)), Optional.empty());
  }
}
