package org.healthassistant.assistant.patient;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/// Seals texts that belong to no subject, such as who is signed in to a page: by a key derived
/// from the master key, which no erasure destroys. Safe from any thread.
@Component
public class ServiceSealing {

  private final MasterKey master;

  ServiceSealing(MasterKey master) {
    this.master = master;
  }

  /// Seals a text.
  ///
  /// @param purpose what is sealed for one opens for no other
  public byte[] seal(String purpose, String text) {
    try {
      return master
          .serviceAead()
          .encrypt(text.getBytes(StandardCharsets.UTF_8), purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PT-006: this Java lacks AES-GCM or HMAC", e);
    }
  }

  /// Opens what was sealed for the purpose.
  ///
  /// @throws IllegalStateException if it was sealed by another key or for another purpose, or
  ///     was changed
  public String open(String purpose, byte[] sealed) {
    try {
      byte[] text = master.serviceAead().decrypt(sealed, purpose.getBytes(StandardCharsets.UTF_8));
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PT-011: what is kept for a " + purpose + " is not ours", e);
    }
  }
}
