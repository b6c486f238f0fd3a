/// The service as a whole: its start, its settings, and the block it prints when it is ready.
///
/// Everything it does is in its rooms, one direct sub-package each; start at `turn`, the corridor
/// that every message walks through. The directions between rooms stand in their own package-info
/// and are checked by the build.
@NullMarked
package org.healthassistant.assistant;

import org.jspecify.annotations.NullMarked;
