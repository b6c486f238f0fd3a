/// Answers a question from vetted passages and the patient's own record, sentence by sentence, each
/// with what it rests on.
///
/// Start at [AnswerDesk]. Evidence is gathered first; a writer, by rule or a language model, makes
/// sentences from it; [GroundingCheck] lets a sentence through when the evidence it cites supports
/// it. When nothing vetted answers, the answer says so. It decides no urgency and stores nothing.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"store", "safety", "record", "library", "patient"})
@NullMarked
package org.healthassistant.assistant.answer;

import org.jspecify.annotations.NullMarked;
