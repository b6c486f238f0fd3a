/// Event streams (server-sent events) as every door serves them: one loop on the request's
/// thread, one way of writing; and the regular looks that wake them. It knows topics and text,
/// nothing of what is told.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"store"})
@NullMarked
package org.healthassistant.assistant.stream;

import org.jspecify.annotations.NullMarked;
