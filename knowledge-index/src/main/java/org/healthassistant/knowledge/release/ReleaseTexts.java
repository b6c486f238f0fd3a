package org.healthassistant.knowledge.release;

import java.util.ArrayList;
import java.util.List;
import org.healthassistant.knowledge.article.Answer;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.chunk.Chunk;
import org.healthassistant.knowledge.chunk.Chunker;
import org.healthassistant.knowledge.passage.Asked;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.Sentence;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// What of a release is embedded, in the order of its files.
///
/// A passage is embedded with its article's title, the topic's other names and its heading,
/// which say what a short text is about; an answer's question and wordings as they stand.
/// Sentences have vectors only where sentences are chosen: an answer is shown whole.
///
/// @param english passages in English
/// @param bilingual all passages
/// @param sentences the sentences of passages that are no answers
/// @param askedEnglish questions of answers in English
/// @param askedBilingual questions and wordings of all answers
record ReleaseTexts(
    List<String> english,
    List<String> bilingual,
    List<String> sentences,
    List<String> askedEnglish,
    List<String> askedBilingual) {

  static ReleaseTexts of(List<Article> articles, Chunker chunker, List<StoredPassage> passages) {
    ReleaseTexts texts = empty();
    for (Article article : articles) {
      for (Chunk chunk : chunker.chunks(article)) {
        passages.add(StoredPassage.of(article, chunk));
        boolean english = article.front().language() == Language.ENGLISH;
        texts.passage(
            named(article.front().title(), article.front().also()),
            chunk.heading(),
            chunk.text(),
            english);
        @Nullable Answer answer = chunk.answer();
        if (answer == null) {
          chunk.sentences().stream()
              .map(span -> span.in(chunk.text()))
              .forEach(texts.sentences::add);
        } else {
          texts.asked(Asked.of(answer), english);
        }
      }
    }
    return texts;
  }

  /// The texts of a release that was read.
  static ReleaseTexts of(Release release) {
    ReleaseTexts texts = empty();
    for (Passage passage : release.passages()) {
      boolean english = passage.language() == Language.ENGLISH;
      @Nullable Asked asked = passage.asked();
      String heading = asked == null ? passage.section() : asked.question();
      texts.passage(named(passage.title(), passage.also()), heading, passage.text(), english);
      if (asked == null) {
        passage.sentences().stream().map(Sentence::text).forEach(texts.sentences::add);
      } else {
        texts.asked(asked, english);
      }
    }
    return texts;
  }

  /// The texts of a question by which an encoder knows it.
  static List<String> asked(Asked asked) {
    List<String> texts = new ArrayList<>();
    texts.add(asked.question());
    texts.addAll(asked.wordings());
    return texts;
  }

  private static ReleaseTexts empty() {
    return new ReleaseTexts(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  private static String named(String title, List<String> also) {
    return also.isEmpty() ? title : title + " (" + String.join(", ", also) + ")";
  }

  private void passage(String title, String heading, String text, boolean isEnglish) {
    String whole = title + ": " + heading + ". " + text.replace('\n', ' ');
    bilingual.add(whole);
    if (isEnglish) {
      english.add(whole);
    }
  }

  private void asked(Asked asked, boolean isEnglish) {
    askedBilingual.addAll(asked(asked));
    if (isEnglish) {
      askedEnglish.add(asked.question());
    }
  }
}
