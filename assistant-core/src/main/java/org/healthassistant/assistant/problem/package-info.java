/// What providers' systems hear when a request is wrong: the rule and the member, never a value.
///
/// Start at [Refusal], which is thrown, and at [ProviderInterface], which a controller bears so
/// that [RequestProblems] answers for it. It knows HTTP and JSON, nothing of what is asked for.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package org.healthassistant.assistant.problem;

import org.jspecify.annotations.NullMarked;
