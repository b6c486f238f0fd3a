package org.healthassistant.knowledge.embed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The files of one classifier: `model.onnx`, `tokenizer.json` and `model-card.json`, which holds
/// the hashes of the other two. Their content can be taken once.
public final class ClassifierFiles {

  private static final String MODEL = "model.onnx";
  private static final String TOKENIZER = "tokenizer.json";
  private static final String CARD = "model-card.json";

  private final String name;
  private final String modelHash;
  private final ClassifierCard card;
  private final FileContent model;
  private final FileContent tokenizer;

  private ClassifierFiles(String place, Map<String, byte[]> files) {
    this.card = read(place, bytes(files, CARD));
    check(place, files);
    this.modelHash = sha256(bytes(files, MODEL));
    this.name = card.name() + "@" + modelHash.substring(0, 12);
    this.model = new FileContent(bytes(files, MODEL));
    this.tokenizer = new FileContent(bytes(files, TOKENIZER));
  }

  /// Reads the files of a folder.
  ///
  /// @throws IllegalArgumentException if one is missing, malformed, or not the one the card
  ///     describes; names every one
  public static ClassifierFiles in(Path folder) {
    return read(folder.toString(), file -> {
      Path path = folder.resolve(file);
      return Files.isReadable(path) ? Files.newInputStream(path) : null;
    });
  }

  /// Reads the files of a folder of the class path.
  ///
  /// @param owner whose class path
  /// @param folder such as `/safety/meaning`
  /// @throws IllegalArgumentException as by [#in]
  public static ClassifierFiles resources(Class<?> owner, String folder) {
    return read(folder, file -> owner.getResourceAsStream(folder + "/" + file));
  }

  private interface Source {
    @Nullable
    InputStream open(String file) throws IOException;
  }

  private static ClassifierFiles read(String place, Source source) {
    var files = new HashMap<String, byte[]>();
    List<String> missing = new ArrayList<>();
    for (String file : List.of(MODEL, TOKENIZER, CARD)) {
      try (InputStream in = source.open(file)) {
        if (in == null) {
          missing.add(file);
        } else {
          files.put(file, in.readAllBytes());
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(place + "/" + file + " cannot be read", unreadable);
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "the classifier in " + place + " lacks " + String.join(", ", missing)
              + "; it must hold model.onnx, tokenizer.json and model-card.json");
    }
    return new ClassifierFiles(place, files);
  }

  private static ClassifierCard read(String place, byte[] json) {
    try {
      return JsonMapper.shared().readValue(json, ClassifierCard.class);
    } catch (JacksonException malformed) {
      throw new IllegalArgumentException(
          place + "/" + CARD + " is malformed: " + malformed.getOriginalMessage(), malformed);
    }
  }

  private void check(String place, Map<String, byte[]> files) {
    Map<String, String> written = card.written();
    List<String> wrong = List.of(MODEL, TOKENIZER).stream()
        .filter(file -> written == null || !sha256(bytes(files, file)).equals(written.get(file)))
        .toList();
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException("in " + place + ", " + String.join(" and ", wrong)
          + " is not the file that the model card describes");
    }
  }

  private static byte[] bytes(Map<String, byte[]> files, String file) {
    byte[] bytes = files.get(file);
    if (bytes == null) {
      throw new IllegalArgumentException("there is no " + file);
    }
    return bytes;
  }

  /// The model's name and the beginning of its SHA-256.
  public String name() {
    return name;
  }

  /// The SHA-256 of the model's file, in hexadecimal digits.
  String modelHash() {
    return modelHash;
  }

  ClassifierCard card() {
    return card;
  }

  FileContent model() {
    return model;
  }

  FileContent tokenizer() {
    return tokenizer;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
