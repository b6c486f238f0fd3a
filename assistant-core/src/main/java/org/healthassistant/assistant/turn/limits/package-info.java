/// What holds the corridor's traffic: how fast and how much at once a sender may write, and one
/// reply at a time for each conversation.
///
/// Start at [Door], before which every message stands, and [ConversationLeases]. It knows ids and
/// times, no message.
@NullMarked
package org.healthassistant.assistant.turn.limits;

import org.jspecify.annotations.NullMarked;
