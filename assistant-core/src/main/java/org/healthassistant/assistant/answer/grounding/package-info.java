/// Decides whether evidence supports a sentence, by rule and without a model.
///
/// Start at [GroundingCheck], the only public type. It takes the sentence and each stretch of
/// evidence apart ([ParsedSentence], with [NegationScope] and [Quantities]) and compares the
/// two rule by rule ([SupportRules]). The package knows texts only: no question, no passage, no
/// record.
@NullMarked
package org.healthassistant.assistant.answer.grounding;

import org.jspecify.annotations.NullMarked;
