/// What the classifier of meaning is asked about a message.
///
/// [ReadingUnits] cuts a message, and the messages before it, into the [Part]s that are read, in
/// their [CanonicalForm]. What the classifier says of them, and what follows, stands above this
/// room.
@NullMarked
package org.healthassistant.assistant.safety.meaning;

import org.jspecify.annotations.NullMarked;
