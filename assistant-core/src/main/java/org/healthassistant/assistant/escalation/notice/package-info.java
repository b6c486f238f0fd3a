/// Tells the patient what happens next with an escalation, and tells the team what did not reach
/// the patient.
///
/// Start at [PatientNoticeTask]: once a round it sends what [NoticeText] composes from the pages
/// that were accepted. [UndeliveredTextListener] writes into the history that a text was lost. It
/// says nothing that is not recorded, and pages nobody.
@NullMarked
package org.healthassistant.assistant.escalation.notice;

import org.jspecify.annotations.NullMarked;
