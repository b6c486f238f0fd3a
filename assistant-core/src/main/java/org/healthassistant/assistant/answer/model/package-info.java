/// Has a language model write from the evidence, and keeps what the evidence supports.
///
/// Start at [ModelWriter]. [ModelPrompt] is what the model is told, [ModelText] reads what it
/// writes, [FormGate] refuses what has not the form of an answer, [GatheredAnswer] puts together
/// what passed and completes it; [Deidentifier] takes out of both question and record what tells
/// who the patient is. A model never decides: it writes sentences, and each is checked
/// (ADR 0044).
@NullMarked
package org.healthassistant.assistant.answer.model;

import org.jspecify.annotations.NullMarked;
