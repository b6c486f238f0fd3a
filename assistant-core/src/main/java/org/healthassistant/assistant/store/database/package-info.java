/// How long the service waits for a database server, and its migrations.
///
/// Start at [DatabaseLimits]. Nobody calls what is here: it shapes the pool and Flyway while the
/// service starts. Must not know what is stored.
@NullMarked
package org.healthassistant.assistant.store.database;

import org.jspecify.annotations.NullMarked;
