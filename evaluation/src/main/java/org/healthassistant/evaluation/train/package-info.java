/// What the product has learned about its library from examples, and the means to learn it anew.
///
/// Start at [AnswersTraining] (does an answer answer a question?), which fits a
/// [LogisticRegression] to questions whose writers had not read the articles. Everything here
/// writes the files that ship with the product.
@NullMarked
package org.healthassistant.evaluation.train;

import org.jspecify.annotations.NullMarked;
