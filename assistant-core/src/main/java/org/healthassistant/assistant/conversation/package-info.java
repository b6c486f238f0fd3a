/// Conversations, their messages and the replies to them: what the transcript is made of.
///
/// Start at [Conversations] and [Messages]. Every text is sealed; a message has its place
/// (`seq`) in its conversation and never changes it. It knows neither how a reply is made nor how
/// it leaves.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"store", "store :: database", "stream", "patient", "safety"})
@NullMarked
package org.healthassistant.assistant.conversation;

import org.jspecify.annotations.NullMarked;
