package org.healthassistant.knowledge.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.healthassistant.knowledge.TestRelease;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureTest {
  @TempDir
  Path directory;

  private Path release;
  private KeyPair keys;
  private Path own;

  @BeforeEach
  void write() throws IOException, GeneralSecurityException {
    release = directory.resolve("release");
    TestRelease.write(TestRelease.ofEveryStatus().subList(0, 1), release);
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    own = pem("own.key", "PRIVATE KEY", keys.getPrivate().getEncoded());
  }

  @Test
  void opensWhatItsOwnerSigned() throws IOException {
    Signature.sign(release, own);

    Path published = pem("own.pub", "PUBLIC KEY", keys.getPublic().getEncoded());
    assertThat(Release.load(release, Signature.publicKey(published)).articles()).hasSize(1);
  }

  @Test
  void refusesWhatIsNotSignedOrByAnother() throws GeneralSecurityException {
    assertThatThrownBy(() -> Release.load(release, keys.getPublic()))
        .isInstanceOf(DamagedRelease.class)
        .hasMessageContaining("manifest.sig is missing");

    Signature.sign(release, own);
    KeyPair others = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    assertThatThrownBy(() -> Release.load(release, others.getPublic()))
        .isInstanceOf(DamagedRelease.class)
        .hasMessageContaining("not signed by the configured key");
  }

  @Test
  void refusesAManifestThatWasChangedAfterwards() throws IOException {
    Signature.sign(release, own);
    Path manifest = release.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("inputs", "inputs "));

    assertThatThrownBy(() -> Release.load(release, keys.getPublic()))
        .hasMessageContaining("not signed by the configured key");
  }

  @Test
  void namesAFileThatHoldsNoKey() throws IOException {
    Path none = Files.writeString(directory.resolve("none.key"), "hello");

    assertThatThrownBy(() -> Signature.publicKey(none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.key");
    assertThatThrownBy(() -> Signature.sign(release, none))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Path pem(String name, String label, byte[] key) throws IOException {
    return Files.writeString(
        directory.resolve(name),
        "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(key)
            + "\n-----END " + label + "-----\n");
  }
}
