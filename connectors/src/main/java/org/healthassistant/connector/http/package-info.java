/// One HTTP request to a gateway or receiver, and what is known of it afterwards.
///
/// Start at [SingleAttemptHttpClient]. The question that matters for messages is whether the
/// other side may have acted, so an answer tells apart a request that never left and one that
/// broke after it had been sent. Knows no vendor.
@NullMarked
package org.healthassistant.connector.http;

import org.jspecify.annotations.NullMarked;
