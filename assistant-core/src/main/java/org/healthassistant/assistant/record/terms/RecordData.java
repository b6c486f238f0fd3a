package org.healthassistant.assistant.record.terms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads the data files of this room, and folds words for comparing.
public final class RecordData {

  private static final YAMLMapper YAML = YAMLMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  private RecordData() {}

  /// A data file of the room as a value.
  public static <T> T read(String file, Class<T> type) {
    try (InputStream in = Objects.requireNonNull(
        RecordData.class.getResourceAsStream("/record/" + file), () -> "no data file " + file)) {
      return YAML.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Tells one content of a data file from another.
  public static String fingerprint(String file) {
    try (InputStream in = Objects.requireNonNull(
        RecordData.class.getResourceAsStream("/record/" + file), () -> "no data file " + file)) {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("RE-001: this Java lacks SHA-256", e);
    }
  }

  /// Lower case, without accents, a blank at both ends and between words: ready for looking for
  /// ` word`.
  public static String folded(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return " " + plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", " ").strip() + " ";
  }

  /// Whether a word, or the beginning of one, occurs in a folded text.
  public static boolean contains(String folded, String word) {
    return folded.contains(folded(word).stripTrailing());
  }
}
