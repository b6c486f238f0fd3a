/// Everything that leaves towards a phone: the outbox, shaping to segments, the opt-out, delivery
/// states. Start at [Outbox]; what became of a text is published as a [DeliveryChanged] event.
///
/// Ordinary texts go out at most once (a death between the gateway's acceptance and our record
/// ends as `UNKNOWN`, with an alarm), emergency texts at least once. It knows no escalation.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"settings", "store", "conversation", "patient", "words"})
@NullMarked
package org.healthassistant.assistant.delivery;

import org.jspecify.annotations.NullMarked;
