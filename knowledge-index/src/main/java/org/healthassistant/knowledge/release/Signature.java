package org.healthassistant.knowledge.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// Signs a release's manifest, and with it every file that it names, by an Ed25519 key.
///
/// Keys are PEM files as `openssl genpkey -algorithm ed25519` and `openssl pkey -pubout` write
/// them. The signature stands beside the manifest in `manifest.sig`, in Base64.
public final class Signature {
  static final String FILE = "manifest.sig";
  private static final String ALGORITHM = "Ed25519";

  private Signature() {}

  /// Signs the release in a directory.
  ///
  /// @throws UncheckedIOException if a file cannot be read or written
  /// @throws IllegalArgumentException if the key file holds no private Ed25519 key
  public static void sign(Path release, Path privateKey) {
    PrivateKey key = privateKey(privateKey);
    try {
      java.security.Signature signing = java.security.Signature.getInstance(ALGORITHM);
      signing.initSign(key);
      signing.update(Files.readAllBytes(release.resolve(ReleaseFile.MANIFEST)));
      Files.write(release.resolve(FILE), Base64.getEncoder().encode(signing.sign()));
    } catch (IOException failed) {
      throw new UncheckedIOException("the release in " + release + " cannot be signed", failed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Reads a public key.
  ///
  /// @throws UncheckedIOException if the file cannot be read
  /// @throws IllegalArgumentException if it holds no public Ed25519 key; names the file
  public static PublicKey publicKey(Path file) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(pem(file, "PUBLIC KEY")));
    } catch (GeneralSecurityException wrong) {
      throw new IllegalArgumentException(file + " holds no public Ed25519 key", wrong);
    }
  }

  private static PrivateKey privateKey(Path file) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(pem(file, "PRIVATE KEY")));
    } catch (GeneralSecurityException wrong) {
      throw new IllegalArgumentException(file + " holds no private Ed25519 key", wrong);
    }
  }

  /// Whether a signature is that of a manifest by the key's owner.
  static boolean isOf(byte[] manifest, byte[] signature, PublicKey key) {
    try {
      java.security.Signature checking = java.security.Signature.getInstance(ALGORITHM);
      checking.initVerify(key);
      checking.update(manifest);
      return checking.verify(
          Base64.getDecoder().decode(new String(signature, StandardCharsets.US_ASCII).strip()));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      return false;
    }
  }

  private static byte[] pem(Path file, String label) {
    try {
      String text = Files.readString(file);
      String body = text.replaceAll(
          "(?s).*-----BEGIN " + label + "-----(.*)-----END " + label + "-----.*", "$1");
      return Base64.getMimeDecoder().decode(body);
    } catch (IOException failed) {
      throw new UncheckedIOException("the key " + file + " cannot be read", failed);
    } catch (IllegalArgumentException malformed) {
      return new byte[0];
    }
  }
}
