package org.healthassistant.assistant.patient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.healthassistant.assistant.store.StoreSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CryptoSettings.class)
class PatientConfiguration {

  private static final String FILE = "master.key";

  @Bean
  MasterKey masterKey(CryptoSettings crypto, StoreSettings store) throws IOException {
    if (crypto.masterKey() != null) {
      return new MasterKey(Base64.getDecoder().decode(crypto.masterKey().strip()));
    }
    Path file = store.dataDirectory().resolve(FILE);
    if (!Files.exists(file)) {
      create(file);
    }
    return new MasterKey(Base64.getDecoder().decode(Files.readString(file).strip()));
  }

  private static void create(Path file) throws IOException {
    byte[] raw = new byte[MasterKey.BYTES];
    new SecureRandom().nextBytes(raw);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "master", ".tmp");
    Files.writeString(draft, Base64.getEncoder().encodeToString(raw));
    if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
    }
    Files.move(draft, file);
  }
}
