package org.healthassistant.assistant.patient;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.annotation.PostConstruct;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The subjects' keys: each wrapped by the one key-encryption key, which is unwrapped once at
/// start.
@Component
class SubjectKeys {

  private static final int CACHED = 10_000;
  private static final Logger LOG = LoggerFactory.getLogger(SubjectKeys.class);

  private final JdbcClient jdbc;
  private final MasterKey master;
  private final RealClock clock;
  private final Cache<String, Aead> cache =
      Caffeine.newBuilder().maximumSize(CACHED).build();

  SubjectKeys(JdbcClient jdbc, MasterKey master, RealClock clock) {
    this.jdbc = jdbc;
    this.master = master;
    this.clock = clock;
  }

  /// Looks whether every key was wrapped by this master key, before anything is read or written
  /// with it: with another one numbers that opted out would be strangers.
  ///
  /// @throws WrongMasterKeyException if one was not
  @PostConstruct
  void refuseAnotherMasterKey() {
    jdbc.sql("""
        select master_key_id from subject_key
        where wrapped is not null and master_key_id <> :ours fetch first 1 row only
        """)
        .param("ours", master.id())
        .query((row, number) -> row.getString("master_key_id"))
        .optional()
        .ifPresent(other -> {
          throw new WrongMasterKeyException(master.id(), other);
        });
  }

  /// Makes a key and stores it wrapped, in the caller's transaction.
  void create(String keyId, String subjectId, Instant now) {
    try {
      KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      byte[] wrapped =
          TinkProtoKeysetFormat.serializeEncryptedKeyset(key, master.aead(), context(keyId));
      jdbc.sql("""
          insert into subject_key (id, subject_id, wrapped, master_key_id, created_at)
          values (:id, :subject, :wrapped, :master, :at)
          """)
          .param("id", keyId)
          .param("subject", subjectId)
          .param("wrapped", wrapped)
          .param("master", master.id())
          .param("at", TimeStamps.bind(now))
          .update();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PT-004: no key could be made", e);
    }
  }

  /// The key of that id, opened; from the cache where it was used before. A subject that is
  /// erased by another instance may be read here until the key is evicted or this process ends.
  ///
  /// @throws KeyDestroyedException if the subject was erased
  /// @throws LostException if its row is not there or does not open with this master key
  Aead aead(String keyId) {
    // Read outside of the cache: a load inside of it would hold one of its locks during a query.
    Aead known = cache.getIfPresent(keyId);
    if (known != null) {
      return known;
    }
    Aead read = unwrap(keyId);
    cache.put(keyId, read);
    return read;
  }

  /// The key that seals what is kept of a subject from now on: its own, or where that is lost a
  /// new one, made in the caller's transaction, so that what it writes is taken all the same. The
  /// row of the lost key stays: where it is restored, what it sealed opens again.
  ///
  /// @throws KeyDestroyedException if the subject was erased
  String sealingKey(Subject subject) {
    return isOpen(subject.keyId()) ? subject.keyId() : replaced(subject.id());
  }

  private String replaced(String subjectId) {
    String present = jdbc.sql("select key_id from subject where id = :id for update")
        .param("id", subjectId)
        .query(String.class)
        .single();
    if (isOpen(present)) {
      return present;
    }
    String made = Ids.next();
    create(made, subjectId, clock.instant());
    jdbc.sql("update subject set key_id = :key where id = :id")
        .param("key", made)
        .param("id", subjectId)
        .update();
    LOG.error(
        "PT-013: key {} of subject {} is lost; what follows is sealed with key {}. Restore the"
            + " row of the lost one from a backup, and what it sealed opens again",
        present,
        subjectId,
        made);
    return made;
  }

  private boolean isOpen(String keyId) {
    try {
      aead(keyId);
      return true;
    } catch (LostException lost) {
      return false;
    }
  }

  private Aead unwrap(String keyId) {
    Optional<Optional<byte[]>> row = jdbc.sql("select wrapped from subject_key where id = :id")
        .param("id", keyId)
        .query((kept, number) -> Optional.ofNullable(kept.getBytes("wrapped")))
        .optional();
    byte[] wrapped = row.orElseThrow(() -> new LostException(keyId))
        .orElseThrow(() -> new KeyDestroyedException(keyId));
    try {
      return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, master.aead(), context(keyId))
          .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new LostException(keyId, e);
    }
  }

  private static byte[] context(String keyId) {
    return ("subject_key/wrapped/" + keyId).getBytes(StandardCharsets.UTF_8);
  }

  /// A key is not there any more or does not open, though nobody destroyed it: its row was lost
  /// or damaged. What it sealed cannot be read.
  static final class LostException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private LostException(String keyId) {
      super("PT-005: key " + keyId + " is not there any more; restore its row from a backup");
    }

    private LostException(String keyId, Exception cause) {
      super(
          "PT-005: key "
              + keyId
              + " does not open with this master key; start with the master key the data was"
              + " written with, or restore the row of the key from a backup",
          cause);
    }
  }
}
