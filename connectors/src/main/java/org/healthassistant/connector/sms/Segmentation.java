package org.healthassistant.connector.sms;

import java.util.List;

/// How a text travels.
///
/// @param encoding the alphabet it needs
/// @param units its length in that alphabet: septets, or UTF-16 code units
/// @param parts the text of each segment in order; joined they are the whole text; one empty part
/// for an empty text
public record Segmentation(Encoding encoding, int units, List<String> parts) {
  /// The two alphabets of a text message.
  public enum Encoding {
    /// 7 bits a character: 160 in one segment, 153 in each of several; some characters cost two.
    GSM7(160, 153),
    /// 16 bits a code unit: 70 in one segment, 67 in each of several.
    UCS2(70, 67);

    final int single;
    final int part;

    Encoding(int single, int part) {
      this.single = single;
      this.part = part;
    }
  }

  /// Copies the parts.
  public Segmentation {
    parts = List.copyOf(parts);
  }

  /// How many segments are paid for and sent, at least 1.
  public int segments() {
    return parts.size();
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
