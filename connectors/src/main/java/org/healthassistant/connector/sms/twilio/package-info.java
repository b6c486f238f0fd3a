/// Twilio, and whatever speaks its Programmable Messaging API: sending a text, its webhooks for
/// texts and delivery reports, and the signature that these carry.
///
/// Start at [TwilioGateway] for sending; a webhook is read by [TwilioForm], proven by
/// [RequestSignature] and understood by [TwilioInbound]. Which reports and texts are applied is
/// decided elsewhere.
@NullMarked
package org.healthassistant.connector.sms.twilio;

import org.jspecify.annotations.NullMarked;
