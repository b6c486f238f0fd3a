package org.healthassistant.assistant.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// All sources of the four modules, parsed once for all checks.
final class SourceTree {

  private static final List<String> MODULES =
      List.of("knowledge-index", "connectors", "assistant-core", "evaluation");

  private static final List<SourceFile> ALL = parse(files());

  private SourceTree() {}

  /// Every file, production and tests, in the order of their paths.
  static List<SourceFile> all() {
    return ALL;
  }

  /// Every file of production code, in the order of their paths.
  static List<SourceFile> production() {
    return ALL.stream().filter(SourceFile::production).toList();
  }

  /// Reads a made-up file, so that a check can be tried on what it should find.
  static SourceFile planted(String path, String text) {
    return parse(List.of(new Text(path, text))).getFirst();
  }

  /// The directory that holds the four modules, wherever the test was started.
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return here.endsWith("assistant-core") ? Objects.requireNonNull(here.getParent()) : here;
  }

  private static List<Text> files() {
    List<Text> all = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(root().resolve(module).resolve("src"))) {
        for (Path file : files.filter(any -> any.toString().endsWith(".java")).toList()) {
          String path = root().relativize(file).toString().replace('\\', '/');
          all.add(new Text(path, Files.readString(file)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    all.sort((a, b) -> a.path.compareTo(b.path));
    return all;
  }

  private static List<SourceFile> parse(List<Text> files) {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    var task = (JavacTask) compiler.getTask(null, null, null, List.of(), null, files);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    List<SourceFile> parsed = new ArrayList<>();
    try {
      for (CompilationUnitTree tree : task.parse()) {
        JavaFileObject file = tree.getSourceFile();
        String path = file.toUri().getPath().substring(1);
        String text = file.getCharContent(true).toString();
        parsed.add(new SourceFile(path, text, tree, positions));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(parsed);
  }

  /// A source as the compiler wants it handed in.
  private static final class Text extends SimpleJavaFileObject {

    private final String path;
    private final String text;

    Text(String path, String text) {
      super(URI.create("text:///" + path), JavaFileObject.Kind.SOURCE);
      this.path = path;
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
