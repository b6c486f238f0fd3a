package org.healthassistant.assistant.library;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.store.database.StoredJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Cited texts in the database, for all instances. A text that several releases share is kept
/// once.
final class StoredArticles implements CitedArticles {

  private final JdbcClient jdbc;
  private final StoredJson json;
  private final Transactions transactions;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  StoredArticles(JdbcClient jdbc, StoredJson json, Transactions transactions) {
    this.jdbc = jdbc;
    this.json = json;
    this.transactions = transactions;
  }

  @Override
  public void keep(String release, String article, ArticleText text) {
    String content = json.write(text);
    String hash = hash(content);
    transactions.durable(() -> {
      jdbc.sql("insert into article_text (hash, content) values (:hash, :content)"
              + " on conflict do nothing")
          .param("hash", hash)
          .param("content", content)
          .update();
      jdbc.sql("""
          insert into cited_article (release_id, article_id, hash)
          values (:release, :article, :hash)
          on conflict do nothing
          """)
          .param("release", release)
          .param("article", article)
          .param("hash", hash)
          .update();
    });
    known.add(release + "/" + article);
  }

  @Override
  public boolean isKept(String release, String article) {
    return known.contains(release + "/" + article);
  }

  @Override
  public Optional<ArticleText> find(String release, String article) {
    return jdbc.sql("""
        select t.content from cited_article c join article_text t on t.hash = c.hash
        where c.release_id = :release and c.article_id = :article
        """)
        .param("release", release)
        .param("article", article)
        .query(String.class)
        .optional()
        .map(content -> json.read(content, ArticleText.class));
  }

  private static String hash(String content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
