package org.healthassistant.assistant.protocol;

import org.healthassistant.assistant.safety.Level;

/// What the answers come to.
///
/// @param level `SELF_CARE` where nothing was said that a person should look at
/// @param category of what raised it
/// @param rule names the answer that decided: `protocol-` with protocol, question and choice
/// @param explanation why, in plain words for a nurse; holds nothing the patient wrote
public record Disposition(Level level, String category, String rule, String explanation) {}
