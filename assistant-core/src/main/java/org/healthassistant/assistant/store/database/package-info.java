/// How long the service waits for a database server, its migrations, and documents kept in rows.
///
/// Start at [DatabaseLimits], which like most here nobody calls: it shapes pool and Flyway while
/// the service starts. Rooms call [StoredJson]. Must not know what is stored.
@NamedInterface("database")
@NullMarked
package org.healthassistant.assistant.store.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
