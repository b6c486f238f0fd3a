/// The phone's door: what gateways call, the keywords of the channel, and the demo phone.
///
/// Start at [InboundTextHandler], which hands a text to the corridor. [KannelWebhook],
/// [TwilioWebhook] and [DemoPhone] only check who calls and read what they bring. Nothing here
/// decides what is answered, and no query string is ever logged: it holds a number and a
/// patient's words.
@ApplicationModule(
    allowedDependencies = {
      "store",
      "stream",
      "turn",
      "conversation",
      "delivery",
      "delivery :: gateway",
      "patient",
      "words"
    })
@NullMarked
package org.healthassistant.assistant.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
