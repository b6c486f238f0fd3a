package org.healthassistant.knowledge.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.healthassistant.knowledge.StarterIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodersTest {
  private final Encoders encoders = StarterIndex.ENCODERS;

  @Test
  void makeVectorsOfUnitLength() {
    for (Encoder encoder : new Encoder[] {encoders.english(), encoders.bilingual()}) {
      float[] vector = vector(encoder, "what can I eat with diabetes");

      assertThat(vector).hasSize(encoder.dimensions());
      assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-4));
      assertThat(vector(encoder, " ")).hasSize(encoder.dimensions()).containsOnly(0f);
    }
  }

  @Test
  void bringALanguagesQuestionNearTheOthers() {
    float[] spanish = vector(encoders.bilingual(), "¿qué puedo comer si tengo diabetes?");

    double same =
        cosine(spanish, vector(encoders.bilingual(), "what can I eat if I have diabetes?"));
    double other = cosine(spanish, vector(encoders.bilingual(), "how do I fix my car?"));
    assertThat(same).isGreaterThan(other + 0.3);
  }

  @Test
  void countTokensPastWhatTheyRead() {
    String text = "fever ".repeat(2_000);

    assertThat(encoders.english().tokens(text)).isGreaterThan(encoders.english().maxTokens());
    assertThat(vector(encoders.english(), text)).hasSize(encoders.english().dimensions());
  }

  @Test
  void nameTheFilesThatADirectoryLacks(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("tokenizer.json"), "{}");

    assertThatThrownBy(() -> Encoders.of(directory, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("model.onnx, embedder.yaml");
  }

  @Test
  void refuseADirectoryWhoseModelIsNone(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("tokenizer.json"), "{}");
    Files.writeString(directory.resolve("model.onnx"), "not a model");
    Files.writeString(directory.resolve("embedder.yaml"), "pooling: cls");

    assertThatThrownBy(() -> Encoders.of(directory, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readAModelFromADirectory(@TempDir Path directory) throws IOException {
    copy("bilingual/model.onnx", directory.resolve("model.onnx"));
    copy("bilingual/tokenizer.json", directory.resolve("tokenizer.json"));
    Files.writeString(directory.resolve("embedder.yaml"), "pooling: none\nmax-tokens: 128\n");

    try (Encoders own = Encoders.of(null, directory)) {
      assertThat(own.bilingual().maxTokens()).isEqualTo(128);
      assertThat(vector(own.bilingual(), "fever"))
          .containsExactly(
              vector(encoders.bilingual(), "fever"), org.assertj.core.data.Offset.offset(1e-5f));
    }
  }

  private static void copy(String resource, Path target) throws IOException {
    try (var in = Encoders.class.getResourceAsStream(resource)) {
      assertThat(in).isNotNull();
      Files.copy(in, target);
    }
  }

  private static float[] vector(Encoder encoder, String text) {
    return encoder.encode(text, Priority.LIVE).join();
  }

  private static double cosine(float[] left, float[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }
}
