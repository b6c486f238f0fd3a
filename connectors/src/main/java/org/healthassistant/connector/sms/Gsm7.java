package org.healthassistant.connector.sms;

/// The short alphabet of GSM 03.38 (3GPP TS 23.038, §6.2.1), with its default extension table.
final class Gsm7 {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final String EXTENDED = "\f^{}\\[~]|€";

  private Gsm7() {}

  /// How many septets a character takes: 1, or 2 with its escape; 0 if the alphabet does not have
  /// it.
  static int septets(int codePoint) {
    if (BASIC.indexOf(codePoint) >= 0) {
      return 1;
    }
    return EXTENDED.indexOf(codePoint) >= 0 ? 2 : 0;
  }

  /// Whether the alphabet has every character of the text.
  static boolean holds(String text) {
    return text.codePoints().allMatch(codePoint -> septets(codePoint) > 0);
  }
}
