/// The door for other systems that ask the screen or the library without a patient:
/// `POST /triage` and `GET /knowledge/search`. Nothing is stored.
///
/// Start at [ToolsApi]. It knows neither escalations nor people.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"problem", "turn", "library", "safety", "store"})
@NullMarked
package org.healthassistant.assistant.tools;

import org.jspecify.annotations.NullMarked;
