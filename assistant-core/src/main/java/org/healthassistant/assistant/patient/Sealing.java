package org.healthassistant.assistant.patient;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
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

  private static final Duration TOLD_FOR = Duration.ofDays(1);
  private static final int MOST = 10_000;
  private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

  private final SubjectKeys keys;
  private final Cache<AssociatedData, Boolean> spoilt =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(TOLD_FOR).build();

  Sealing(SubjectKeys keys) {
    this.keys = keys;
  }

  /// How many values this process could not open within a day, and has not opened since: for
  /// operators, who may have a backup of them.
  public int spoilt() {
    return (int) spoilt.estimatedSize();
  }

  /// Seals a text of a subject for one place. Where the subject's key is lost, another takes its
  /// place in the caller's transaction: nothing that is written is refused for it.
  ///
  /// @throws KeyDestroyedException if the subject was erased
  public Sealed seal(Subject subject, AssociatedData place, String text) {
    return seal(keys.sealingKey(subject), place, text);
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

  /// Opens what was sealed for that place; empty where the bytes were changed or moved, or their
  /// key is gone. For whoever goes on without it: one spoilt value must not stop a patient. What
  /// is spoilt is counted for operators ([#spoilt]).
  ///
  /// @throws KeyDestroyedException if the subject was erased
  public Optional<String> openIfWhole(Sealed sealed, AssociatedData place) {
    try {
      byte[] text = keys.aead(sealed.keyId()).decrypt(sealed.bytes(), place.associatedData());
      if (spoilt() > 0) {
        spoilt.invalidate(place);
      }
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | SubjectKeys.LostException e) {
      keepAsSpoilt(place, e);
      return Optional.empty();
    }
  }

  private void keepAsSpoilt(AssociatedData place, Exception why) {
    if (spoilt.asMap().put(place, true) == null) {
      LOG.error(
          "PT-012: the sealed value at {} cannot be opened ({}); it counts as not read",
          place,
          why.getClass().getSimpleName());
    }
  }
}
