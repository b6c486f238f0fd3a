/// Kannel 1.4: sending through its `sendsms` page, and reading the GET requests it makes for
/// texts and delivery reports.
///
/// Start at [KannelGateway] and [KannelInbound]. Wants `mo-recode = true` and `max-messages =
/// 0` in the `sms-service` group, so that texts come as UTF-8 and no error text of Kannel ever
/// reaches a patient.
@NullMarked
package org.healthassistant.connector.sms.kannel;

import org.jspecify.annotations.NullMarked;
