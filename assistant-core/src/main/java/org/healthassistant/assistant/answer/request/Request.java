package org.healthassistant.assistant.answer.request;

import java.util.Optional;
import org.healthassistant.knowledge.text.Language;

/// What a whole message asks for that no article answers.
///
/// @param said the key of what is said to it, such as `refill`
/// @param in the language that it asks for; empty where it is answered in the asker's
/// @param recordFirst whether it is none where it can be read as a question to the record
public record Request(String said, Optional<Language> in, boolean recordFirst) {}
