/// Short structured questions about a common complaint: two or three that separate what can be
/// cared for at home from what somebody should look at.
///
/// Start at [SymptomProtocols]. The protocols are data under `resources/protocol`, one file a
/// complaint, each with its source; how they read stands with all other words for patients,
/// which are handed in. An answer can raise a level and never lowers one: what the screen said of
/// the message stands beside it.
///
/// Pure, as the screen is: texts in, values out; no Spring, no clock, no database, and no regular
/// expression on a patient's text.
@org.springframework.modulith.ApplicationModule(allowedDependencies = "safety")
@NullMarked
package org.healthassistant.assistant.protocol;

import org.jspecify.annotations.NullMarked;
