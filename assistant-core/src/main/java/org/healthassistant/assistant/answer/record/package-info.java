/// Answers questions to the patient's own record, before any article is looked for.
///
/// Start at [RecordAnswers]. [RecordQuestionReader] tells by data
/// (`answer/record-questions.yaml`) whether a message asks for something of the writer's own
/// record, and what; the record room says the sentences. General questions, requests for advice
/// and questions about somebody else are left to the rest of the room.
@NullMarked
package org.healthassistant.assistant.answer.record;

import org.jspecify.annotations.NullMarked;
