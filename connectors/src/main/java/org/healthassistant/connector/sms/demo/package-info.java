/// The demo phone: a gateway without a network, whose texts go to a listener in the same process.
///
/// Start at [DemoGateway]. It knows nothing of the page that shows the texts.
@NullMarked
package org.healthassistant.connector.sms.demo;

import org.jspecify.annotations.NullMarked;
