package org.healthassistant.assistant.patient;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Hashes what must be found or compared but not kept in the open: phone numbers, repeated
/// texts. HMAC-SHA-256 with a key derived from the master key, so a stolen database cannot be
/// searched by trying all numbers. Safe from any thread.
@Component
public class KeyedHash {

  private final MasterKey master;

  KeyedHash(MasterKey master) {
    this.master = master;
  }

  /// 64 hexadecimal digits; the same for the same purpose and value.
  ///
  /// @param purpose keeps hashes of different uses apart ("phone", "text")
  public String hash(String purpose, String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(master.hashKey(), "HmacSHA256"));
      mac.update((purpose + "\u0000").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PT-006: this Java lacks AES-GCM or HMAC", e);
    }
  }
}
