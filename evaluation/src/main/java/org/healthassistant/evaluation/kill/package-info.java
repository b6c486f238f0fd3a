/// Kills the service while patients write, and finds what was lost, doubled or left undone.
///
/// Start at [KillRun]: it plays conversations by web and SMS, strikes as its [KillPlan] says,
/// waits until everything is at rest, and hands what was sent, read, stored and sent out to
/// [InvariantChecker], which names every [Violation]. Knows the service by HTTP and, once it
/// has ended, by its database; it must not know its classes.
@NullMarked
package org.healthassistant.evaluation.kill;

import org.jspecify.annotations.NullMarked;
