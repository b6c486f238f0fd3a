/// Shows by plans of PostgreSQL that what a message waits for does not grow with the age of an
/// installation.
///
/// Start at [PlansRun]: it makes the service's tables by its migrations, fills them with
/// generated rows ([GeneratedRows]), and lets the server explain the statements of
/// `statements.yaml`. Knows the service's SQL as data; must not know its classes.
@NullMarked
package org.healthassistant.evaluation.plans;

import org.jspecify.annotations.NullMarked;
