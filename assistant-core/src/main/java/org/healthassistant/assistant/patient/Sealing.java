package org.healthassistant.assistant.patient;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Seals texts and facts with the key of their subject, and opens them again.
///
/// AES-256-GCM by Tink; the place (table, column, row) is associated data, so a value copied to
/// another row does not open. Safe from any thread; no network.
@Component
public class Sealing {

  /// What stands for a text that cannot be opened, where some text has to stand.
  public static final String UNREADABLE = "\uFFFD";

  private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

  private final SubjectKeys keys;

  Sealing(SubjectKeys keys) {
    this.keys = keys;
  }

  /// Seals a text of a subject for one place.
  public Sealed seal(Subject subject, AssociatedData place, String text) {
    return seal(subject.keyId(), place, text);
  }

  /// Seals with a key known by its id.
  public Sealed seal(String keyId, AssociatedData place, String text) {
    try {
      return new Sealed(
          keys.aead(keyId).encrypt(text.getBytes(StandardCharsets.UTF_8), place.associatedData()),
          keyId);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PT-001: sealing failed at " + place, e);
    }
  }

  /// Opens what was sealed for that place.
  ///
  /// @throws KeyDestroyedException if the subject was erased
  /// @throws IllegalStateException if the bytes were changed or moved; the message names the
  ///     place
  public String open(Sealed sealed, AssociatedData place) {
    try {
      return new String(
          keys.aead(sealed.keyId()).decrypt(sealed.bytes(), place.associatedData()),
          StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PT-002: a sealed value was changed or moved at " + place, e);
    }
  }

  /// Opens what was sealed for that place; empty, and told in the log, where the bytes were
  /// changed or moved. For whoever goes on without it: one spoilt value must not stop a patient.
  ///
  /// @throws KeyDestroyedException if the subject was erased
  public Optional<String> openIfWhole(Sealed sealed, AssociatedData place) {
    Aead key = keys.aead(sealed.keyId());
    try {
      return Optional.of(
          new String(key.decrypt(sealed.bytes(), place.associatedData()), StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      LOG.error("PT-006: a sealed value was changed or moved at {}; it counts as not read", place);
      return Optional.empty();
    }
  }
}
