/// Every protocol of the outside world, one folder a vendor.
///
/// Start in the folder of the protocol: `record` for what every source of patient data is
/// turned into, `fhir` for reading it, `sms` and `notify` for what leaves, `model` for language
/// models. This package itself holds only what all of them share. Nothing here knows the other
/// modules, and of Spring only `spring-web`.
@NullMarked
package org.healthassistant.connector;

import org.jspecify.annotations.NullMarked;
