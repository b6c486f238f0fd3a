/// The world around a service under test: a pager, an SMS gateway, on the loopback address.
///
/// Start at [StubbedOutsideWorld]. It accepts everything and keeps it in the order of coming;
/// what that means is judged elsewhere.
@NullMarked
package org.healthassistant.evaluation.stub;

import org.jspecify.annotations.NullMarked;
