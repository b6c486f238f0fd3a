/// Pages people by the channels that are configured, step after step, until one acknowledges.
///
/// Start at [PageStepTask], which wakes the [Pager] for a round; the pager stores the pages of
/// a step, and [SendPageTask] sends each by its [PageChannel]. [PageOutcomes] does what follows
/// from an answer. A page is marked durably before and after each attempt, so that it goes out
/// at least once. It does not know what the patient is told, nor who acts on an escalation.
@NullMarked
package org.healthassistant.assistant.escalation.paging;

import org.jspecify.annotations.NullMarked;
