package org.healthassistant.knowledge.embed;

import java.util.HashSet;

/// Two classifiers of the same labels that read a text differently, and whose mean is more often
/// right than either.
///
/// @param first reads everything
/// @param second costs more and reads what matters most
/// @param share the second's part in the mean, 0 to 1
public record ClassifierPair(TextClassifier first, TextClassifier second, double share) {

  /// Opens two classifiers that share the encoders' pool and are closed with them.
  ///
  /// @param second whose card says with which share of a mean, and beside which model
  /// @throws IllegalArgumentException if one cannot be read, if the second was weighed beside
  ///     another first one, or if they know different levels or categories
  public static ClassifierPair open(
      Encoders encoders, ClassifierFiles first, ClassifierFiles second) {
    double share = second.card().shareOfMean();
    if (!first.modelHash().equals(second.card().beside())) {
      throw new IllegalArgumentException("the classifier " + second.name()
          + " was weighed beside another model than " + first.name());
    }
    ClassifierPair pair = new ClassifierPair(encoders.open(first), encoders.open(second), share);
    if (!pair.knowTheSame()) {
      throw new IllegalArgumentException("the classifiers " + first.name() + " and " + second.name()
          + " know different levels or categories");
    }
    return pair;
  }

  private boolean knowTheSame() {
    return new HashSet<>(first.levels()).equals(new HashSet<>(second.levels()))
        && new HashSet<>(first.categories()).equals(new HashSet<>(second.categories()));
  }
}
