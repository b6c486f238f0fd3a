/// Gathers what an answer may rest on: the best article, the section that answers, the patient's
/// fact.
///
/// Start at [EvidenceFinder]; what it finds is [Evidence]. [Intent] tells what is asked for,
/// [Relevance] how near a sentence is to the question, [OutOfScopeQuestions] what only a person
/// may decide. A [DraftSentence] is a sentence with the [EvidenceItem]s it rests on, before it
/// has citations. Nothing here writes an answer or knows a model.
@NullMarked
package org.healthassistant.assistant.answer.evidence;

import org.jspecify.annotations.NullMarked;
