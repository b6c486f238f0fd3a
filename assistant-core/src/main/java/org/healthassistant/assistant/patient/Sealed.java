package org.healthassistant.assistant.patient;

/// A text or fact as the database sees it: encrypted bytes and the id of the key that opens them.
///
/// @param bytes AES-256-GCM, bound to table, column and row
/// @param keyId which key opens it
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Sealed(byte[] bytes, String keyId) {}
