/// Answers a question from vetted passages and the patient's own record, sentence by sentence,
/// each with what it rests on.
///
/// Start at [AnswerDesk]: a [Question] in, an [Answer] out. The work is done in inner packages,
/// each of which knows those before it: `text` (words), `grounding` (whether evidence supports
/// a sentence), `evidence` (what an answer may rest on), `record` (questions to the patient's own
/// record), `extractive` and `model` (the two writers), `desk` (puts an answer together). When
/// nothing vetted answers, the answer says so. The room decides no urgency and stores nothing.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "settings",
      "store",
      "safety",
      "record",
      "record :: plot",
      "record :: told",
      "library",
      "patient",
      "words"
    })
@NullMarked
package org.healthassistant.assistant.answer;

import org.jspecify.annotations.NullMarked;
