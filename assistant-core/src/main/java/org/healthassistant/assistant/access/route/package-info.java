/// Which caller may take which route, and what those are answered who may not.
///
/// Start at `Routes`, the one list of route rules: what is not named there is refused. The
/// guards before it answer what no route should see: foreign hosts in demo mode, addresses that
/// cannot be read. It knows paths and kinds of callers, nothing of what stands behind a route.
@NullMarked
package org.healthassistant.assistant.access.route;

import org.jspecify.annotations.NullMarked;
