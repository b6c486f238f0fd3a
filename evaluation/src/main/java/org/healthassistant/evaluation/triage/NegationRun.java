package org.healthassistant.evaluation.triage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.healthassistant.assistant.safety.Screen;
import tools.jackson.databind.json.JsonMapper;

/// Measures how well denials are understood, on sentences whose concept is marked.
public final class NegationRun {

  /// How often *denied* was said rightly and wrongly.
  ///
  /// @param skipped sentences in which the concept does not stand as written
  public record Result(int right, int wrong, int missed, int skipped) {

    /// Of those said to be denied, the share that is.
    public double precision() {
      return right / (double) Math.max(1, right + wrong);
    }

    /// Of those denied, the share found.
    public double recall() {
      return right / (double) Math.max(1, right + missed);
    }

    /// The harmonic mean of the two; 0 when both are.
    public double f() {
      double sum = precision() + recall();
      return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "negation P %.3f R %.3f F %.3f (skipped %d)",
          precision(),
          recall(),
          f(),
          skipped);
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Sentence(String text, String concept, String label) {}

  private NegationRun() {}

  /// Reads a JSONL file of `{text, concept, label}` with label `negated` or `affirmed`.
  ///
  /// @throws UncheckedIOException if the file cannot be read
  public static Result run(Path file) {
    var screen = Screen.builtIn();
    int[] counts = new int[4];
    try (var lines = Files.lines(file)) {
      lines.filter(line -> !line.isBlank()).forEach(line -> {
        var sentence = JsonMapper.shared().readValue(line, Sentence.class);
        int start = sentence
            .text()
            .toLowerCase(Locale.ROOT)
            .indexOf(sentence.concept().toLowerCase(Locale.ROOT));
        boolean negated = sentence.label().equals("negated");
        boolean said = start >= 0
            && screen.denied(sentence.text(), start, start + sentence.concept().length());
        int kind = start < 0 ? 3 : said && negated ? 0 : said ? 1 : negated ? 2 : -1;
        if (kind >= 0) {
          counts[kind]++;
        }
      });
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new Result(counts[0], counts[1], counts[2], counts[3]);
  }
}
