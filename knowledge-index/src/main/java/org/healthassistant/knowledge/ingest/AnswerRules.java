package org.healthassistant.knowledge.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.healthassistant.knowledge.analysis.ReadingGrade;
import org.healthassistant.knowledge.article.Answer;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.article.Section;
import org.healthassistant.knowledge.ingest.AnswerText.Grades;
import org.healthassistant.knowledge.text.Language;
import org.healthassistant.knowledge.text.SentenceSplitter;
import org.healthassistant.knowledge.text.Span;
import org.jspecify.annotations.Nullable;

/// Warns of answers that will be found or read worse than they could be (`answers.yaml`): few
/// wordings, hard sentences, a sentence that stands in another article too, few answers, a pair
/// that does not know of it. None of it is unsafe; a library that is to be good has none.
final class AnswerRules {
  private static final AnswerText.Rules RULES = AnswerText.RULES;
  private static final Pattern SAFETY = Pattern.compile(
      "\\b(?:" + String.join("|", RULES.safety().stream().map(Pattern::quote).toList()) + ")\\b");

  private final Map<String, SourceText> sources;
  private final Map<String, Article> byId = new HashMap<>();
  private final Map<String, String> seen = new HashMap<>();
  private final List<Problem> warnings = new ArrayList<>();

  private AnswerRules(List<Article> articles, Map<String, SourceText> sources) {
    this.sources = sources;
    articles.forEach(article -> byId.put(article.front().id(), article));
  }

  /// @param sources the text of each article by its id, for the lines
  static List<Problem> check(List<Article> articles, Map<String, SourceText> sources) {
    AnswerRules rules = new AnswerRules(articles, sources);
    articles.stream()
        .filter(article -> !answers(article).isEmpty())
        .filter(article -> sources.containsKey(article.front().id()))
        .forEach(article -> rules.new Checked(article).check());
    return rules.warnings;
  }

  private static List<Answer> answers(Article article) {
    return article.sections().stream()
        .flatMap(section -> section.answers().stream())
        .toList();
  }

  /// One article under check.
  private final class Checked {
    private final Article article;
    private final String id;
    private final Language language;
    private final SourceText source;
    private final StringBuilder acting = new StringBuilder();
    private final StringBuilder other = new StringBuilder();

    Checked(Article article) {
      this.article = article;
      this.id = article.front().id();
      this.language = article.front().language();
      this.source = sources.getOrDefault(id, new SourceText(id, ""));
    }

    void check() {
      for (Section section : article.sections()) {
        if (!section.paragraphs().isEmpty()) {
          warn(
              source.lineOf(section.heading()),
              "no-question",
              "text stands outside of an answer",
              "put it below a question with its wordings");
        }
        section.answers().forEach(answer -> answer(section, answer));
      }
      Grades most = RULES.grades();
      mean("where the reader acts", acting.toString(), most.actingMean());
      mean("elsewhere", other.toString(), most.mean());
      int count = answers(article).size();
      if (count < RULES.answers()) {
        warn(1, "few-answers", count + " answers", "write at least " + RULES.answers());
      }
      pair();
    }

    private void answer(Section section, Answer answer) {
      int line = source.lineOf("### " + answer.question());
      wordings(answer, line);
      boolean acts = acts(section.heading() + ' ' + answer.question());
      double most = acts ? RULES.grades().actingAnswer() : RULES.grades().answer();
      grade("the answer", answer.text(), most, line);
      (acts ? acting : other).append(answer.text()).append('\n');
      for (Span span : SentenceSplitter.split(answer.text(), language)) {
        String sentence = span.in(answer.text());
        grade("the sentence '" + sentence + "'", sentence, RULES.grades().sentence(), line);
        shared(sentence, line);
      }
    }

    private void wordings(Answer answer, int line) {
      if (answer.asks().size() < RULES.asks()) {
        warn(
            line,
            "few-wordings",
            answer.asks().size() + " wordings",
            "write at least " + RULES.asks() + " as people ask it");
      }
      Set<String> different = new HashSet<>();
      different.add(plain(answer.question()));
      for (String ask : answer.asks()) {
        if (!different.add(plain(ask))) {
          warn(line, "same-wording", "'" + ask + "' stands there twice", "word it otherwise");
        }
      }
    }

    private void shared(String sentence, int line) {
      if (sentence.contains("?") || SAFETY.matcher(sentence).find()) {
        return;
      }
      @Nullable String where = seen.putIfAbsent(plain(sentence), id);
      if (where != null && !where.equals(id)) {
        warn(
            line,
            "shared-sentence",
            "'" + sentence + "' stands in '" + where + "' too",
            "word it for this topic");
      }
    }

    private void mean(String where, String texts, double most) {
      grade("the mean answer " + where, texts, most, 1);
    }

    private void grade(String what, String text, double most, int line) {
      double grade = Math.round(10 * ReadingGrade.grade(text, language)) / 10.0;
      if (grade > most) {
        warn(
            line,
            "reading-grade",
            String.format(Locale.ROOT, "%s reads at grade %.1f", what, grade),
            "use shorter words and sentences: at most " + most);
      }
    }

    private void pair() {
      @Nullable String pair = article.front().pair();
      if (pair == null || byId.size() == 1) {
        return;
      }
      @Nullable Article there = byId.get(pair);
      if (there == null || !id.equals(there.front().pair())) {
        warn(
            source.lineOfKey("pair"),
            "pair",
            there == null ? "there is no article '" + pair + "'" : pair + " has another pair",
            "name each as the other's pair");
      } else if (there.front().language() == language) {
        warn(source.lineOfKey("pair"), "pair", pair + " is in the same language", "mend one");
      }
    }

    private void warn(int line, String rule, String what, String wayOut) {
      warnings.add(source.problem(line, rule, what, wayOut));
    }
  }

  private static boolean acts(String heading) {
    String plain = heading.toLowerCase(Locale.ROOT);
    return RULES.acting().stream().anyMatch(plain::contains);
  }

  private static String plain(String sentence) {
    return sentence.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
