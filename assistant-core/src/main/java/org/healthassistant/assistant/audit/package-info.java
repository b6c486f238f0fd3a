/// What was seen, said, changed and disclosed, by whom: ids and codes, never a text. Append only.
/// Start at [Audit].
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"store", "patient"})
@NullMarked
package org.healthassistant.assistant.audit;

import org.jspecify.annotations.NullMarked;
