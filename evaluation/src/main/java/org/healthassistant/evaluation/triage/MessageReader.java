package org.healthassistant.evaluation.triage;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.library.MeaningClassifier;
import org.healthassistant.assistant.library.TextReading;
import org.healthassistant.assistant.safety.MeaningReading;
import org.healthassistant.assistant.safety.ReadingUnit;
import org.healthassistant.assistant.safety.Screen;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.safety.Screening;
import org.healthassistant.assistant.safety.UnitReading;
import org.healthassistant.knowledge.embed.ClassifierFiles;
import org.healthassistant.knowledge.embed.Encoders;

/// Reads the meaning of messages as the service does: by the units that the screen asks for, with
/// the classifier. Safe for use by many threads.
public final class MessageReader implements AutoCloseable {

  private final Encoders encoders = Encoders.builtIn();
  private final Screen screen;
  private final MeaningClassifier classifier;

  /// @param screen which units are read
  public MessageReader(Screen screen) {
    this.screen = screen;
    this.classifier = MeaningClassifier.builtIn(encoders);
  }

  /// A reader with other models than the product's.
  ///
  /// @param first the folder of the one that reads every unit
  /// @param second the folder of the one that reads whole messages beside it
  /// @throws IllegalArgumentException if a folder does not hold one
  MessageReader(Screen screen, Path first, Path second) {
    this.screen = screen;
    this.classifier =
        MeaningClassifier.of(encoders, ClassifierFiles.in(first), ClassifierFiles.in(second));
  }

  /// The classifier's name and the beginning of its hash.
  public String classifier() {
    return classifier.name();
  }

  /// The message with its meaning read.
  ///
  /// @throws IllegalStateException if it cannot be cut into units
  public Screening read(Screening input) {
    List<ReadingUnit> units = screen
        .units(input.message(), input.context())
        .orElseThrow(() -> new IllegalStateException("a message cannot be cut into units"));
    List<String> texts = units.stream().map(ReadingUnit::text).distinct().toList();
    Set<String> whole = units.stream()
        .filter(ReadingUnit::isWhole)
        .map(ReadingUnit::text)
        .collect(Collectors.toUnmodifiableSet());
    List<TextReading> answers = classifier.read(texts, whole).join();
    Map<String, TextReading> read = new HashMap<>();
    for (int at = 0; at < texts.size(); at++) {
      read.put(texts.get(at), answers.get(at));
    }
    return input.withMeaning(new MeaningReading(
        units.stream()
            .map(unit -> {
              TextReading said = read.getOrDefault(unit.text(), answers.getFirst());
              return new UnitReading(unit, said.levels(), said.categories());
            })
            .toList(),
        input.context().stream().map(ScreenedText::id).toList()));
  }

  @Override
  public void close() {
    encoders.close();
  }
}
