package org.healthassistant.knowledge.release;

import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.passage.Asked;
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

  private @Nullable PublicKey signer;

  ReleaseReader(String name, Files files) {
    this.name = name;
    this.files = files;
  }

  /// Refuses a manifest that is not signed by a key's owner.
  ReleaseReader signedBy(PublicKey key) {
    signer = key;
    return this;
  }

  Release read() {
    Manifest manifest = manifest();
    checkSignature();
    for (String file : ReleaseFile.HASHED) {
      check(file, manifest);
    }
    ReleaseFile.LATER.stream()
        .filter(manifest.files()::containsKey)
        .forEach(file -> check(file, manifest));
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

  private void checkSignature() {
    PublicKey key = signer;
    if (key != null && !Signature.isOf(content(ReleaseFile.MANIFEST), bytes(Signature.FILE), key)) {
      problems.add(ReleaseFile.MANIFEST + " is not signed by the configured key");
      failIfDamaged();
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
    List<Passage> passages = passages(stored, byId);
    return new Release(manifest, articles, passages, vectors(passages));
  }

  /// An answer is shown whole: its sentences have no vectors.
  private List<Passage> passages(List<StoredPassage> stored, Map<String, Article> byId) {
    List<Integer> counts = new ArrayList<>();
    for (StoredPassage passage : stored) {
      boolean whole = passage.isAnswer(article(byId, passage.article()));
      counts.add(whole ? 0 : passage.sentences().size());
    }
    Iterator<List<float[]>> vectors = groups(ReleaseFile.SENTENCES, counts).iterator();
    return stored.stream()
        .map(passage -> passage.with(article(byId, passage.article()), vectors.next()))
        .toList();
  }

  /// The rows of a file in groups of so many.
  private List<List<float[]>> groups(String file, List<Integer> counts) {
    return grouped(ReleaseFile.rows(held(file, sum(counts)), sum(counts)), counts);
  }

  /// The vectors of questions and wordings, of a release too that holds them whole.
  private List<List<RoundedVector>> asked(List<Integer> counts) {
    if (contents.containsKey(ReleaseFile.ASKED_BILINGUAL)) {
      byte[] bytes = held(ReleaseFile.ASKED_BILINGUAL, sum(counts));
      return grouped(ReleaseFile.roundedRows(bytes, sum(counts)), counts);
    }
    return groups(ReleaseFile.ASKED_WHOLE, counts).stream()
        .map(group -> group.stream().map(RoundedVector::of).toList())
        .toList();
  }

  private static int sum(List<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  private byte[] held(String file, int count) {
    byte[] bytes = content(file);
    if (count > 0 && bytes.length == 0) {
      throw new DamagedRelease(name, List.of(file + " holds no vectors"));
    }
    return bytes;
  }

  private static <T> List<List<T>> grouped(List<T> rows, List<Integer> counts) {
    List<List<T>> groups = new ArrayList<>();
    int next = 0;
    for (int size : counts) {
      groups.add(List.copyOf(rows.subList(next, next + size)));
      next += size;
    }
    return groups;
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
    return new ReleaseVectors(
        aligned(ReleaseFile.ENGLISH, passages, ReleaseReader::isEnglish),
        ReleaseFile.rows(content(ReleaseFile.BILINGUAL), passages.size()),
        aligned(
            ReleaseFile.ASKED_ENGLISH,
            passages,
            passage -> isEnglish(passage) && passage.asked() != null),
        asked(passages.stream().map(ReleaseReader::askedTexts).toList()));
  }

  private static boolean isEnglish(Passage passage) {
    return passage.language() == Language.ENGLISH;
  }

  private static int askedTexts(Passage passage) {
    @Nullable Asked asked = passage.asked();
    return asked == null ? 0 : ReleaseTexts.asked(asked).size();
  }

  /// The rows of a file, one for each of those passages that have one; null for the others.
  private List<float @Nullable []> aligned(
      String file, List<Passage> passages, Predicate<Passage> having) {
    Iterator<List<float[]>> rows = groups(
            file, passages.stream().map(passage -> having.test(passage) ? 1 : 0).toList())
        .iterator();
    List<float @Nullable []> aligned = new ArrayList<>();
    for (int i = 0; i < passages.size(); i++) {
      List<float[]> row = rows.next();
      aligned.add(row.isEmpty() ? null : row.getFirst());
    }
    return aligned;
  }
}
