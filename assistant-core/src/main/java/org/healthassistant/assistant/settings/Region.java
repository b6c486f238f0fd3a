package org.healthassistant.assistant.settings;

/// The countries whose emergency and crisis numbers the service knows, by their ISO 3166 codes.
public enum Region {
  US
}
