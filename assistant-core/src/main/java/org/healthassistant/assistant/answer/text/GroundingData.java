package org.healthassistant.assistant.answer.text;

import java.util.List;
import java.util.Map;
import org.healthassistant.knowledge.text.Language;

/// The word lists of the grounding check (`answer/grounding.yaml`).
public record GroundingData(Map<Language, Lists> languages, Map<String, List<String>> units) {

  public static final GroundingData BUILT_IN =
      AnswerData.read("grounding.yaml", GroundingData.class);

  /// The lists of one language; what each is for stands in the file.
  public record Lists(
      Map<String, String> phrases,
      List<String> stop,
      List<String> light,
      List<String> negators,
      List<String> restrictive,
      List<String> ending,
      List<String> passive,
      List<String> strongEnds,
      List<String> scopeEnds,
      List<String> exceptions,
      List<String> less,
      List<String> greater,
      List<String> certainty,
      List<String> hedges,
      List<String> labelled,
      Map<String, String> numbers,
      List<String> months,
      List<String> rates,
      Map<String, List<String>> groups,
      List<List<List<String>>> opposites,
      List<String> directed,
      List<List<String>> same,
      List<String> named) {}
}
