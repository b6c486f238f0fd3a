package org.healthassistant.evaluation.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A page of the documentation whose commands and settings a test carries out as they are
/// printed, but for addresses.
final class PrintedPage {

  private final String text;
  private final Map<String, String> instead;

  private PrintedPage(String text, Map<String, String> instead) {
    this.text = text;
    this.instead = instead;
  }

  /// A page of `assistant-core/docs`.
  ///
  /// @param instead what is put in the place of printed words
  static PrintedPage of(String name, Map<String, String> instead) {
    return new PrintedPage(read(documents().resolve(name)), Map.copyOf(instead));
  }

  /// A file that belongs to the page.
  String file(String name) {
    return replaced(read(documents().resolve(name)));
  }

  /// The code blocks of that language, in order.
  List<String> blocks(String language) {
    return Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
        .matcher(text)
        .results()
        .map((MatchResult block) -> replaced(block.group(1)))
        .toList();
  }

  private String replaced(String printed) {
    String result = printed;
    for (Map.Entry<String, String> one : instead.entrySet()) {
      result = result.replace(one.getKey(), one.getValue());
    }
    return result;
  }

  private static Path documents() {
    Path here = Path.of("").toAbsolutePath();
    Path root = here.endsWith("evaluation") ? here.resolve("..").normalize() : here;
    return root.resolve("assistant-core").resolve("docs");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
