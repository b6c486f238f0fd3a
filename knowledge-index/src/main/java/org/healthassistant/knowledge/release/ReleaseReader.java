package org.healthassistant.knowledge.release;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reads a release and refuses it, naming every file, when it is not what its manifest says.
final class ReleaseReader {

  /// Opens a file of the release; null when there is none of that name.
  @FunctionalInterface
  interface Files {
    @Nullable
    InputStream open(String name) throws IOException;
  }

  private final String name;
  private final Files files;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, byte[]> contents = new HashMap<>();

  ReleaseReader(String name, Files files) {
    this.name = name;
    this.files = files;
  }

  Release read() {
    Manifest manifest = manifest();
    for (String file : ReleaseFile.HASHED) {
      check(file, manifest);
    }
    failIfDamaged();
    try {
      return assemble(manifest);
    } catch (JacksonException | IndexOutOfBoundsException malformed) {
      throw new DamagedRelease(
          name, List.of("its files do not fit together although their hashes are right"));
    }
  }

  private Manifest manifest() {
    byte[] bytes = bytes(ReleaseFile.MANIFEST);
    failIfDamaged();
    try {
      return ReleaseFile.JSON.readValue(bytes, Manifest.class);
    } catch (JacksonException malformed) {
      throw new DamagedRelease(name, List.of(ReleaseFile.MANIFEST + " is not a manifest"));
    }
  }

  private void check(String file, Manifest manifest) {
    byte[] bytes = bytes(file);
    String expected = manifest.files().get(file);
    if (expected == null) {
      problems.add(file + " is not named in " + ReleaseFile.MANIFEST);
    } else if (contents.containsKey(file) && !Sha256.of(bytes).equals(expected)) {
      problems.add(file + " differs from its hash in " + ReleaseFile.MANIFEST);
    }
  }

  private byte[] bytes(String file) {
    try (@Nullable InputStream in = files.open(file)) {
      if (in == null) {
        problems.add(file + " is missing");
        return new byte[0];
      }
      byte[] bytes = in.readAllBytes();
      contents.put(file, bytes);
      return bytes;
    } catch (IOException failed) {
      problems.add(file + " cannot be read");
      return new byte[0];
    }
  }

  private void failIfDamaged() {
    if (!problems.isEmpty()) {
      throw new DamagedRelease(name, problems);
    }
  }

  private byte[] content(String file) {
    return contents.getOrDefault(file, new byte[0]);
  }

  private Release assemble(Manifest manifest) {
    List<Article> articles = ReleaseFile.values(content(ReleaseFile.ARTICLES), Article.class);
    if (articles.isEmpty()) {
      throw new DamagedRelease(name, List.of(ReleaseFile.ARTICLES + " holds no article"));
    }
    Map<String, Article> byId = new HashMap<>();
    articles.forEach(article -> byId.put(article.front().id(), article));
    List<StoredPassage> stored =
        ReleaseFile.values(content(ReleaseFile.PASSAGES), StoredPassage.class);
    int count = stored.stream().mapToInt(passage -> passage.sentences().size()).sum();
    List<float[]> sentences = ReleaseFile.rows(content(ReleaseFile.SENTENCES), count);
    List<Passage> passages = new ArrayList<>();
    int next = 0;
    for (StoredPassage passage : stored) {
      int end = next + passage.sentences().size();
      passages.add(passage.with(article(byId, passage.article()), sentences.subList(next, end)));
      next = end;
    }
    return new Release(manifest, articles, passages, vectors(passages));
  }

  private Article article(Map<String, Article> byId, String id) {
    Article article = byId.get(id);
    if (article == null) {
      throw new DamagedRelease(
          name, List.of(ReleaseFile.PASSAGES + " names the unknown article '" + id + "'"));
    }
    return article;
  }

  private ReleaseVectors vectors(List<Passage> passages) {
    int english = (int) passages.stream()
        .filter(passage -> passage.language() == Language.ENGLISH)
        .count();
    List<float[]> rows = ReleaseFile.rows(content(ReleaseFile.ENGLISH), english);
    List<float @Nullable []> aligned = new ArrayList<>();
    int next = 0;
    for (Passage passage : passages) {
      aligned.add(passage.language() == Language.ENGLISH ? rows.get(next++) : null);
    }
    return new ReleaseVectors(
        aligned, ReleaseFile.rows(content(ReleaseFile.BILINGUAL), passages.size()));
  }
}
