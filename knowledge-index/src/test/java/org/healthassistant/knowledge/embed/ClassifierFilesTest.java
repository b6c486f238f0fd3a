package org.healthassistant.knowledge.embed;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierFilesTest {

  private static final String EMPTY_SHA256 =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @TempDir
  private Path folder = Path.of(".");

  @Test
  void nameEveryFileThatIsMissing() {
    assertThatThrownBy(() -> ClassifierFiles.in(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("model.onnx, tokenizer.json, model-card.json");
  }

  @Test
  void areRefusedWhereTheyAreNotThoseOfTheCard() throws IOException {
    write("other", "other");
    assertThatThrownBy(() -> ClassifierFiles.in(folder))
        .hasMessageContaining("model.onnx and tokenizer.json");
  }

  @Test
  void areRefusedWithACardThatCannotBeRead() throws IOException {
    write("", "");
    Files.writeString(folder.resolve("model-card.json"), "{");
    assertThatThrownBy(() -> ClassifierFiles.in(folder)).hasMessageContaining("malformed");
  }

  @Test
  void areRefusedWhereTheModelIsNone() throws IOException {
    write("", "");
    try (Encoders encoders = Encoders.builtIn()) {
      ClassifierFiles files = ClassifierFiles.in(folder);
      assertThatThrownBy(() -> encoders.open(files)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private void write(String model, String tokenizer) throws IOException {
    Files.writeString(folder.resolve("model.onnx"), model);
    Files.writeString(folder.resolve("tokenizer.json"), tokenizer);
    Files.writeString(folder.resolve("model-card.json"), """
        {"name": "test", "input": {"prefix": "", "pad": 0, "limit": 64},
         "outputs": {"level_probabilities": ["A"], "category_probabilities": ["b"]},
         "written": {"model.onnx": "%1$s", "tokenizer.json": "%1$s"}}
        """.formatted(EMPTY_SHA256));
  }
}
