package org.healthassistant.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.healthassistant.assistant.web.page.WidgetFiles;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/// The browser's side: its logic by `node --test`, and what a patient has to load.
class BrowserScriptsTest {

  private static final Path STATIC = module().resolve("src/main/resources/static");
  private static final Pattern IMPORT = Pattern.compile("(?:from|import) '\\./([\\w-]+\\.js)'");
  private static final Pattern SCRIPTED = Pattern.compile("<button\\s+type=\"button\"[^>]*>");
  private static final int MOST_BYTES = 15_000;
  private static final int WIDEST_LINE = 120;

  @Test
  void passesItsOwnTests(@TempDir Path directory) throws Exception {
    boolean ci = Boolean.parseBoolean(System.getenv("CI"));
    assumeTrue(ci || hasNode(), "no `node` on this machine: the scripts' own tests are skipped");
    FileSystemUtils.copyRecursively(STATIC, directory);
    FileSystemUtils.copyRecursively(module().resolve("src/test/js"), directory);
    Files.copy(
        module().resolve("src/test/resources/words/segments.json"),
        directory.resolve("segments.json"));
    Files.writeString(directory.resolve("package.json"), "{\"type\": \"module\"}");
    Process node = new ProcessBuilder("node", "--test")
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .start();
    String told = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(node.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(node.exitValue()).as(told).isZero();
    assertThat(told).containsPattern("pass [1-9]");
  }

  /** What is pressed before the scripts have run must not be lost without a word. */
  @ParameterizedTest
  @ValueSource(strings = {"portal", "workspace/frame"})
  void noButtonIsPressedBeforeItsScriptListens(String template) throws IOException {
    String page =
        Files.readString(module().resolve("src/main/resources/templates/" + template + ".html"));
    assertThat(SCRIPTED.matcher(page).results().map(MatchResult::group))
        .isNotEmpty()
        .allSatisfy(button -> assertThat(button).containsPattern("\\sdisabled\\s"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void fitsTheBudgetInEachLanguage(String tag) throws IOException {
    StringBuilder served = new StringBuilder(Files.readString(STATIC.resolve("widget.js")));
    for (String module : loaded()) {
      String source = Files.readString(STATIC.resolve("widget").resolve(module));
      served.append(WidgetFiles.withoutComments(source));
    }
    var texts = new PatientWords().group("widget", Language.required(tag));
    served.append(new JsonMapper().writeValueAsString(texts));
    assertThat(compressed(served.toString())).isLessThanOrEqualTo(MOST_BYTES);
  }

  @Test
  void keepsItsLinesReadable() throws IOException {
    List<String> wide = new ArrayList<>();
    for (Path file : sources()) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).length() > WIDEST_LINE) {
          wide.add(file.getFileName() + ":" + (i + 1));
        }
      }
    }
    assertThat(wide).as("lines of more than %s characters", WIDEST_LINE).isEmpty();
  }

  @Test
  void servesTheSourceWithoutItsCommentsAndWithAllItsCode() {
    String source = """
        // What it is for.
        /**
         * Adds.
         * @param {number} a
         */
        export const add = (a, b) => a
          * b; // not a comment line
        const address = 'https://example.org';
        """;
    assertThat(WidgetFiles.withoutComments(source)).isEqualTo("""
        export const add = (a, b) => a
        * b; // not a comment line
        const address = 'https://example.org';
        """);
  }

  /// The modules that a browser loads, found by following the imports from the element.
  private static Set<String> loaded() throws IOException {
    Set<String> found = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>(List.of("element.js"));
    while (!next.isEmpty()) {
      String module = next.pop();
      if (found.add(module)) {
        IMPORT
            .matcher(WidgetFiles.withoutComments(
                Files.readString(STATIC.resolve("widget").resolve(module))))
            .results()
            .forEach(result -> next.push(result.group(1)));
      }
    }
    return found;
  }

  private static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path root : List.of(STATIC, module().resolve("src/main/resources/templates"))) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> file.toString().matches(".*\\.(js|css|html)"))
            .filter(file -> !file.toString().contains("vendor"))
            .forEach(all::add);
      }
    }
    assertThat(all).hasSizeGreaterThan(30);
    return all;
  }

  private static int compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  private static boolean hasNode() {
    return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "node")));
  }

  private static Path module() {
    Path here = Path.of("").toAbsolutePath();
    return here.endsWith("assistant-core") ? here : here.resolve("assistant-core");
  }
}
