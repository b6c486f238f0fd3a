/// What programs hear when a request is wrong: the rule and the member, never a value.
///
/// Start at [ProblemCode], the list of all codes of `/api`. Providers' interfaces throw [Refusal]
/// and bear [ProviderInterface], so that [RequestProblems] answers for them; [Refuses] names what
/// a route can answer. It knows HTTP and JSON, nothing of what is asked for.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package org.healthassistant.assistant.problem;

import org.jspecify.annotations.NullMarked;
