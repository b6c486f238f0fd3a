/// Reads what has happened to escalations, for figures and for calls that are due.
///
/// Start at [EscalationTimesReader], which reads the times of a period, and at [WrittenReplies],
/// which finds what people wrote to patients of open escalations. Both read ids, times and codes
/// of this room's tables, open nothing that is sealed, and change nothing.
@org.springframework.modulith.NamedInterface("history")
@NullMarked
package org.healthassistant.assistant.escalation.history;

import org.jspecify.annotations.NullMarked;
