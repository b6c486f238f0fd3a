package org.healthassistant.assistant.sms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.healthassistant.assistant.turn.Inbound.Keyword;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The keywords of the channel. Only a whole message is one: case, accents, punctuation and space
/// do not matter, any further word does. So "Stop." ends the texts and "Should I stop my
/// metformin?" is a question. Data in `sms/keywords.yaml`.
@Component
class Keywords {

  private static final String FILE = "/sms/keywords.yaml";

  private final Map<String, Keyword> byText;

  Keywords() {
    this.byText = index(read());
  }

  /// What the message is as a keyword; `NONE` for nearly all.
  Keyword match(String message) {
    return byText.getOrDefault(folded(message), Keyword.NONE);
  }

  private static Map<String, Keyword> index(Map<String, List<String>> words) {
    Map<String, Keyword> index = new HashMap<>();
    List<String> problems = new ArrayList<>();
    words.forEach((name, texts) -> {
      Keyword keyword = Keyword.valueOf(name.toUpperCase(Locale.ROOT));
      for (String text : texts) {
        if (folded(text).isEmpty() || index.put(folded(text), keyword) != null) {
          problems.add("'" + text + "' under " + name + " is empty or there twice");
        }
      }
    });
    if (!problems.isEmpty()) {
      throw new IllegalStateException("SM-001: " + FILE + " has " + problems.size() + " problems: "
          + String.join("; ", problems));
    }
    return Map.copyOf(index);
  }

  private static Map<String, List<String>> read() {
    try (InputStream in = Objects.requireNonNull(Keywords.class.getResourceAsStream(FILE), FILE)) {
      return YAMLMapper.builder().build().readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
