package org.healthassistant.assistant.settings;

/// What is wrong with one member of a record of settings.
///
/// @param member its path below the record, as it is set: `twilio.auth-token`
/// @param what the end of a sentence that begins with the setting; never a secret's value
public record Fault(String member, String what) {}
