/// The vetted content as the rooms meet it: the release in use, search over it, the vectors of a
/// message, and whole articles for reading.
///
/// Start at [Library]. Which content may be shown is decided by the clinical day and by the
/// settings `assistant.knowledge.*`; no caller can ask for more. It knows no patient and no
/// conversation.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"settings", "store", "store :: database"})
@NullMarked
package org.healthassistant.assistant.library;

import org.jspecify.annotations.NullMarked;
