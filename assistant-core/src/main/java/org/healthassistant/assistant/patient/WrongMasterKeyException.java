package org.healthassistant.assistant.patient;

/// The data was written with another master key than the one this start was given.
public final class WrongMasterKeyException extends IllegalStateException {

  WrongMasterKeyException(String given, String kept) {
    super("PT-007: the data was written with master key " + kept + ", this start has " + given);
  }
}
