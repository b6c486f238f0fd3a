package org.healthassistant.evaluation.dataset;

import java.util.List;

/// A set that cannot be used, with everything found wrong in it.
///
/// Each problem names the file, the line and the way out, and never repeats the text of a case:
/// cases may be patients' messages.
public final class BadDataSet extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  /// A set with these problems, at least one.
  public BadDataSet(List<String> problems) {
    super(message(problems));
  }

  private static String message(List<String> problems) {
    var shown = problems.stream().limit(SHOWN).toList();
    String more = problems.size() > SHOWN ? "\n  … and " + (problems.size() - SHOWN) + " more" : "";
    return problems.size()
        + (problems.size() == 1 ? " problem" : " problems")
        + " in the data:\n  "
        + String.join("\n  ", shown)
        + more;
  }
}
