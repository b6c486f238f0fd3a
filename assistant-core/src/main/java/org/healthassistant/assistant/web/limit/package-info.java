/// What a request may cost before anybody looks at it. Start at [BodyLimit]. It knows lengths,
/// and nothing of what is asked.
@NullMarked
package org.healthassistant.assistant.web.limit;

import org.jspecify.annotations.NullMarked;
