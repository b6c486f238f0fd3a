package org.healthassistant.knowledge.embed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.healthassistant.knowledge.embed.EncoderSettings.Pooling;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files of one encoder, read; their content can be taken once.
///
/// @param name the model's name and the beginning of its SHA-256
record EncoderFiles(
    String name, FileContent model, FileContent tokenizer, EncoderSettings settings) {

  static EncoderFiles english() {
    return of(
        "bge-small-en-v1.5-q",
        resource("/bge-small-en-v1.5-q.onnx"),
        resource("/bge-small-en-v1.5-q-tokenizer.json"),
        new EncoderSettings(Pooling.CLS, 512, null));
  }

  static EncoderFiles bilingual() {
    return of(
        "use-multilingual-en-es",
        resource("bilingual/model.onnx"),
        resource("bilingual/tokenizer.json"),
        new EncoderSettings(Pooling.NONE, 512, null));
  }

  /// @throws IllegalArgumentException naming every file that is missing or cannot be read
  static EncoderFiles in(Path directory) {
    List<String> missing = new ArrayList<>();
    for (String file : List.of("model.onnx", "tokenizer.json", "embedder.yaml")) {
      if (!Files.isReadable(directory.resolve(file))) {
        missing.add(file);
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "encoder directory " + directory + " lacks " + String.join(", ", missing)
              + "; it must hold model.onnx, tokenizer.json and embedder.yaml (pooling: cls, mean or none)");
    }
    try {
      EncoderSettings settings = new YAMLMapper()
          .readValue(directory.resolve("embedder.yaml").toFile(), EncoderSettings.class);
      return of(
          String.valueOf(directory.getFileName()),
          Files.readAllBytes(directory.resolve("model.onnx")),
          Files.readAllBytes(directory.resolve("tokenizer.json")),
          settings);
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException(
          directory.resolve("embedder.yaml") + " is malformed: " + malformed.getOriginalMessage(),
          malformed);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static EncoderFiles of(
      String name, byte[] model, byte[] tokenizer, EncoderSettings settings) {
    return new EncoderFiles(
        name + "@" + hash(model, tokenizer),
        new FileContent(model),
        new FileContent(tokenizer),
        settings);
  }

  private static String hash(byte[] model, byte[] tokenizer) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(model);
      digest.update(tokenizer);
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] resource(String path) {
    try (@Nullable InputStream in = EncoderFiles.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the encoder file " + path + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
