package org.healthassistant.knowledge.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.article.FrontMatter;
import org.healthassistant.knowledge.article.Section;
import org.healthassistant.knowledge.text.Language;

/// Reads Markdown articles with YAML front matter.
public final class ArticleReader {
  private ArticleReader() {}

  /// Reads every `.md` file below a directory.
  ///
  /// A malformed file is named among the problems, all that is wrong with it at once; the
  /// others are read. Of two articles with one id the first file, by name, is kept and the
  /// second is a problem.
  ///
  /// @throws UncheckedIOException if the directory cannot be listed
  public static IngestReport readDirectory(Path directory) {
    return readFiles(directory, markdownFiles(directory));
  }

  /// Reads one file, as [#readDirectory] does.
  public static IngestReport readFile(Path file) {
    Path absolute = file.toAbsolutePath();
    return readFiles(absolute.resolveSibling("."), List.of(absolute));
  }

  private static IngestReport readFiles(Path directory, List<Path> files) {
    List<Problem> problems = new ArrayList<>();
    Map<String, SourceText> sources = new LinkedHashMap<>();
    List<Article> articles = new ArrayList<>();
    for (Path file : files) {
      String name = directory.normalize().relativize(file.normalize()).toString();
      readText(file, name, problems).ifPresent(source -> {
        Optional<Article> article = read(source, problems);
        article.ifPresent(read -> keep(read, source, articles, sources, problems));
      });
    }
    articles.sort(Comparator.comparing(article -> article.front().id()));
    List<Problem> warnings = new ArrayList<>(QuoteRules.check(articles, sources));
    warnings.addAll(AnswerRules.check(articles, sources));
    return new IngestReport(articles, problems, warnings);
  }

  private static void keep(
      Article article,
      SourceText source,
      List<Article> articles,
      Map<String, SourceText> sources,
      List<Problem> problems) {
    String id = article.front().id();
    SourceText first = sources.putIfAbsent(id, source);
    if (first == null) {
      articles.add(article);
    } else {
      problems.add(source.problem(
          source.lineOfKey("id"),
          "duplicate-id",
          "id '" + id + "' is already used by " + first.name(),
          "give one of them another id"));
    }
  }

  /// Reads one article; empty when something is wrong, which is then added to the problems.
  static Optional<Article> read(SourceText source, List<Problem> problems) {
    List<Problem> own = new ArrayList<>();
    Optional<FrontMatter> front = FrontMatterReader.read(source, own);
    String title = front.map(FrontMatter::title).orElse("");
    Language language = front.map(FrontMatter::language).orElse(Language.FALLBACK);
    List<Section> sections =
        source.hasFrontMatter() ? BodyReader.read(source, title, language, own) : List.of();
    own.addAll(source.damage());
    problems.addAll(own);
    return own.isEmpty() ? front.map(it -> new Article(it, sections)) : Optional.empty();
  }

  private static Optional<SourceText> readText(Path file, String name, List<Problem> problems) {
    try {
      return Optional.of(new SourceText(name, Files.readString(file)));
    } catch (CharacterCodingException binary) {
      problems.add(new Problem(
          name, 1, "not-text", "the file is not UTF-8 text", "save it as UTF-8 or remove it"));
    } catch (IOException failed) {
      problems.add(
          new Problem(name, 1, "unreadable", "the file cannot be read", "check its permissions"));
    }
    return Optional.empty();
  }

  private static List<Path> markdownFiles(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".md") && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException("the articles in " + directory + " cannot be listed", failed);
    }
  }
}
