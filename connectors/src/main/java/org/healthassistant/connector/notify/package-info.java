/// Telling people and systems outside that something needs them: signed webhooks and e-mail.
///
/// Start at [SignedWebhook] and [EmailNotice]; both answer with an [NotificationOutcome], whose
/// question is whether trying again helps. What is said, to whom and how often is decided
/// elsewhere.
@NullMarked
package org.healthassistant.connector.notify;

import org.jspecify.annotations.NullMarked;
