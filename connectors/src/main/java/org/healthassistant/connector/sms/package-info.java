/// Text messages, whatever the gateway: sending one, what became of it, and how a text is cut
/// into segments.
///
/// Start at [SmsGateway] for sending, at [Segmenter] for lengths. A gateway is a sub-package
/// (`kannel`, `twilio`, `demo`) with its sender and the parsers of what it calls back with.
/// Nothing here decides whether a text may be sent.
@NullMarked
package org.healthassistant.connector.sms;

import org.jspecify.annotations.NullMarked;
