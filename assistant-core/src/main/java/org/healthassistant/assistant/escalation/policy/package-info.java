/// Decides what is due for an escalation: whom to page now, how long to wait, whether an
/// acknowledgement has expired.
///
/// Start at [Policy], a pure function of an escalation's [Progress], the configuration and the
/// time; its answer is a [Decision], which the pager carries out. It knows no clock, no
/// database, no channel and no Spring, except [PolicyReading], which reads the settings.
@NullMarked
package org.healthassistant.assistant.escalation.policy;

import org.jspecify.annotations.NullMarked;
