/// Puts an answer together: small talk, the record, evidence, writer, check, citations.
///
/// Start at [EvidenceAnswerDesk], the [org.healthassistant.assistant.answer.AnswerDesk] that
/// the service runs. [CitationNumbering] gives sentences their citations, [FollowUpQuestions]
/// what could be asked next. No other package of the room may know this one.
@NullMarked
package org.healthassistant.assistant.answer.desk;

import org.jspecify.annotations.NullMarked;
