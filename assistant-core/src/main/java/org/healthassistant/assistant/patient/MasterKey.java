package org.healthassistant.assistant.patient;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/// The one key-encryption key, and what is derived from it: the key of the keyed hashes,
/// and that of what belongs to no subject.
@com.google.crypto.tink.AccessesPartialKey
final class MasterKey {

  static final int BYTES = 32;

  private final Aead aead;
  private final Aead serviceAead;
  private final byte[] hashKey;
  private final String id;

  /// @param raw 32 random bytes
  MasterKey(byte[] raw) {
    if (raw.length != BYTES) {
      throw new IllegalArgumentException(
          "the master key must be " + BYTES + " bytes, got " + raw.length);
    }
    try {
      AeadConfig.register();
      aead = aead(derive(raw, "key encryption"));
      serviceAead = aead(derive(raw, "service sealing"));
      hashKey = derive(raw, "keyed hashes");
      id = HexFormat.of().formatHex(derive(raw, "key id"), 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PT-006: this Java lacks AES-GCM or HMAC", e);
    }
  }

  Aead aead() {
    return aead;
  }

  /// For what belongs to no subject.
  Aead serviceAead() {
    return serviceAead;
  }

  byte[] hashKey() {
    return hashKey.clone();
  }

  /// Names the key in rows without telling anything of it.
  String id() {
    return id;
  }

  private static byte[] derive(byte[] raw, String purpose) throws GeneralSecurityException {
    return Hkdf.computeHkdf(
        "HmacSha256", raw, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), BYTES);
  }

  private static Aead aead(byte[] key) throws GeneralSecurityException {
    AesGcmParameters parameters = AesGcmParameters.builder()
        .setKeySizeBytes(BYTES)
        .setIvSizeBytes(12)
        .setTagSizeBytes(16)
        .setVariant(AesGcmParameters.Variant.NO_PREFIX)
        .build();
    AesGcmKey gcm = AesGcmKey.builder()
        .setParameters(parameters)
        .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
        .build();
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(gcm).withFixedId(1).makePrimary())
        .build()
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }
}
