package org.healthassistant.evaluation.retrieval;

import java.util.List;
import org.healthassistant.knowledge.search.Ranked;

/// Something that ranks the documents of one set.
public interface Ranking extends AutoCloseable {

  /// The best documents for a question, best first, no id twice; there is no floor, so it is
  /// shorter than `depth` only when there is nothing more to find.
  ///
  /// @param depth the most documents returned, at least 1
  List<Ranked> rank(String question, int depth);

  /// Frees what the ranking holds; throws nothing checked.
  @Override
  void close();
}
