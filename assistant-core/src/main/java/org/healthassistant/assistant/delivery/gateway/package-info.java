/// By whom texts travel: the provider that is configured, how it is reached, and its gateway.
///
/// Start at [SmsProvider]. The settings also say how a provider proves itself when it calls, so
/// the room `sms` reads them too. It knows no text and no outbox.
@NamedInterface("gateway")
@NullMarked
package org.healthassistant.assistant.delivery.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
