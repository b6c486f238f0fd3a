/// What holds the corridor's traffic: how fast a subject may write, and one reply at a time for
/// each conversation.
///
/// Start at [ConversationLeases] and [MessageRateLimiter]. It knows ids and times, no message.
@NullMarked
package org.healthassistant.assistant.turn.limits;

import org.jspecify.annotations.NullMarked;
