package org.healthassistant.assistant.record.terms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.healthassistant.assistant.safety.RiskFact;
import org.jspecify.annotations.Nullable;

/// Which questions fit what a record tells of (`record/starters.yaml`).
public final class StarterTopics {

  private static final List<Starter> ALL =
      RecordData.read("starters.yaml", Data.class).starters();

  private StarterTopics() {}

  /// The keys of the questions that fit, the most fitting first; empty where none of the
  /// conditions is known here.
  ///
  /// @param conditions names of current conditions, in any language
  public static List<String> fitting(Collection<String> conditions, Collection<RiskFact> risks) {
    List<String> keys = new ArrayList<>();
    for (Starter starter : ALL) {
      if (starter.fits(conditions, risks)) {
        IntStream.rangeClosed(1, starter.questions())
            .forEach(number -> keys.add(starter.name() + "." + number));
        if (Boolean.TRUE.equals(starter.alone())) {
          break;
        }
      }
    }
    return List.copyOf(keys);
  }

  private record Data(List<Starter> starters) {}

  /// @param alone whether nothing after it is offered; null: it is
  private record Starter(
      String name,
      @Nullable String risk,
      List<String> words,
      @Nullable List<String> not,
      int questions,
      @Nullable Boolean alone) {

    boolean fits(Collection<String> conditions, Collection<RiskFact> risks) {
      boolean atRisk = risk != null
          && risks.contains(RiskFact.valueOf(risk.toUpperCase(Locale.ROOT).replace('-', '_')));
      return atRisk || conditions.stream().map(RecordData::folded).anyMatch(this::isNamed);
    }

    private boolean isNamed(String condition) {
      return words.stream().anyMatch(word -> condition.contains(" " + word))
          && (not == null || not.stream().noneMatch(condition::contains));
    }
  }
}
