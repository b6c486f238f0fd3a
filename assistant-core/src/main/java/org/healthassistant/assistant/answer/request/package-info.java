/// Knows what a message asks for besides an article: small talk, what a clinic's office does,
/// words about the answer before; and of whom it speaks.
///
/// Start at [Requests], which reads whole messages by `answer/requests.yaml`, and at [ForWhom].
/// What is said to a [Request] is no matter of this package. Nothing here looks anything up.
@NullMarked
package org.healthassistant.assistant.answer.request;

import org.jspecify.annotations.NullMarked;
