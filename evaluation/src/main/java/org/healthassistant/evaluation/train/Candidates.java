package org.healthassistant.evaluation.train;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.passage.Eligibility;
import org.healthassistant.knowledge.passage.Feature;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.SearchRequest;

/// A question with the passages in its language that are looked at for it.
///
/// @param question what is asked
/// @param found the passages' ids with what was measured; may be empty
record Candidates(AskedQuestion question, List<Found> found) {

  /// As many as the search has ranked anew.
  private static final int POOL = 40;

  private static final Eligibility ALL = new Eligibility(LocalDate.of(2026, 11, 30), true);

  /// Copies the list.
  Candidates {
    found = List.copyOf(found);
  }

  /// One passage.
  record Found(String id, Map<Feature, Double> features) {}

  /// Looks every question up, those apart that only a person may answer: they are answered by
  /// other means.
  static List<Candidates> of(List<AskedQuestion> questions, KnowledgeIndex index) {
    return questions.stream()
        .filter(question -> question.kind() != AskedQuestion.Kind.FORBIDDEN)
        .map(question -> new Candidates(question, found(question, index)))
        .toList();
  }

  private static List<Found> found(AskedQuestion question, KnowledgeIndex index) {
    SearchRequest request = SearchRequest.of(question.text(), question.language(), ALL)
        .withLimit(POOL)
        .withFloor(false);
    return index.search(request).stream()
        .filter(hit -> !hit.otherLanguage())
        .map(Candidates::found)
        .toList();
  }

  private static Found found(SearchHit hit) {
    return new Found(hit.passage().id(), hit.explanation().features());
  }

  /// What a formula is trained on.
  List<FeatureWeights.Row> rows() {
    return found.stream()
        .map(one -> new FeatureWeights.Row(one.features(), question.right().contains(one.id())))
        .toList();
  }
}
