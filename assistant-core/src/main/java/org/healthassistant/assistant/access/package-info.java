/// Who calls: tokens, the demo issuer, sign-in, and which caller may take which route.
///
/// Start at [Caller], which every controller gets as a parameter, and at `Routes`, the one list
/// of route rules. `/api` takes a bearer token and nothing else; pages take a cookie with CSRF
/// protection; webhooks carry their own proof. One decoder reads every JWT, the demo issuer's
/// too.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"problem", "settings", "store", "patient", "team"})
@NullMarked
package org.healthassistant.assistant.access;

import org.jspecify.annotations.NullMarked;
