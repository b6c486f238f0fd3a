/// Language models that speak the OpenAI-compatible chat protocol, by LangChain4j.
///
/// Start at [ChatModels] to make one and at [ModelReply] to have it write. A reply that was not
/// finished by the model itself is never reported as finished. Prompts, evidence and checks are
/// none of this package's business.
@NullMarked
package org.healthassistant.connector.model;

import org.jspecify.annotations.NullMarked;
