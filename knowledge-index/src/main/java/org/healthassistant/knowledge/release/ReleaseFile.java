package org.healthassistant.knowledge.release;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// The files of a release and their forms: JSON, one JSON object a line, or float32 in
/// little-endian rows, or rounded vectors one behind the other.
final class ReleaseFile {
  static final String MANIFEST = "manifest.json";
  static final String ARTICLES = "articles.jsonl";
  static final String PASSAGES = "passages.jsonl";
  static final String ENGLISH = "english.f32";
  static final String BILINGUAL = "bilingual.f32";
  static final String SENTENCES = "sentences.f32";
  static final String ASKED_ENGLISH = "asked-english.f32";
  static final String ASKED_BILINGUAL = "asked-bilingual.i8";

  /// What stood for these before they were rounded.
  static final String ASKED_WHOLE = "asked-bilingual.f32";

  static final List<String> HASHED = List.of(ARTICLES, PASSAGES, ENGLISH, BILINGUAL, SENTENCES);

  /// Files that releases lack which were made before there were answers.
  static final List<String> LATER = List.of(ASKED_ENGLISH, ASKED_BILINGUAL, ASKED_WHOLE);

  static final JsonMapper JSON =
      JsonMapper.builder().disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  private ReleaseFile() {}

  static byte[] manifest(Manifest manifest) {
    return JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(manifest);
  }

  static byte[] lines(List<?> values) {
    StringBuilder lines = new StringBuilder();
    values.forEach(value -> lines.append(JSON.writeValueAsString(value)).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  static <T> List<T> values(byte[] lines, Class<T> type) {
    return new String(lines, StandardCharsets.UTF_8)
        .lines()
        .map(line -> JSON.readValue(line, type))
        .toList();
  }

  static byte[] floats(List<float[]> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (float[] row : rows) {
      ByteBuffer buffer =
          ByteBuffer.allocate(row.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      buffer.asFloatBuffer().put(row);
      bytes.writeBytes(buffer.array());
    }
    return bytes.toByteArray();
  }

  static byte[] rounded(List<float[]> rows) {
    List<RoundedVector> vectors = rows.stream().map(RoundedVector::of).toList();
    ByteBuffer bytes = ByteBuffer.allocate(
            vectors.stream().mapToInt(RoundedVector::size).sum())
        .order(ByteOrder.LITTLE_ENDIAN);
    vectors.forEach(vector -> vector.write(bytes));
    return bytes.array();
  }

  /// Cuts a file into so many rounded vectors of one length.
  static List<RoundedVector> roundedRows(byte[] bytes, int count) {
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<RoundedVector> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(RoundedVector.read(all, bytes.length / count));
    }
    return rows;
  }

  /// Cuts a file into so many rows of one length.
  static List<float[]> rows(byte[] bytes, int count) {
    List<float[]> rows = new ArrayList<>(count);
    if (count == 0) {
      return rows;
    }
    var floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    int width = floats.remaining() / count;
    for (int i = 0; i < count; i++) {
      float[] row = new float[width];
      floats.get(row);
      rows.add(row);
    }
    return rows;
  }
}
