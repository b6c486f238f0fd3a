package org.healthassistant.knowledge.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.healthassistant.knowledge.analysis.ReadingGrade;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.article.ReviewStatus;
import org.healthassistant.knowledge.article.Section;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.text.Language;
import org.healthassistant.knowledge.text.SentenceSplitter;
import org.healthassistant.knowledge.text.Span;

/// Checks that articles which are shown are written to be quoted (`quoting.yaml`): a sentence
/// stands alone, is short, stands in one article only, and sections that people act on are easy
/// to read.
final class QuoteRules {
  private static final File RULES = DataFile.read(QuoteRules.class, "quoting.yaml", File.class);
  private static final Set<String> FIXED = fixed();

  record File(Map<Language, List<String>> leading, List<String> fixed, int longest, double grade) {}

  private final Map<String, SourceText> sources;
  private final Map<String, String> seen = new HashMap<>();
  private final List<Problem> warnings = new ArrayList<>();

  private QuoteRules(Map<String, SourceText> sources) {
    this.sources = sources;
  }

  /// @param sources the text of each article by its id, for the lines
  static List<Problem> check(List<Article> articles, Map<String, SourceText> sources) {
    QuoteRules rules = new QuoteRules(sources);
    for (Article article : articles) {
      ReviewStatus status = article.front().status();
      if (status == ReviewStatus.STARTER || status == ReviewStatus.APPROVED) {
        article.sections().forEach(section -> rules.section(article, section));
      }
    }
    return rules.warnings;
  }

  private void section(Article article, Section section) {
    for (String paragraph : section.paragraphs()) {
      for (Span span : SentenceSplitter.split(paragraph, article.front().language())) {
        sentence(article, span.in(paragraph));
      }
    }
    grade(article, section);
  }

  private void sentence(Article article, String sentence) {
    String plain = plain(sentence);
    for (String word : article.front().language().pick(RULES.leading())) {
      if (plain.startsWith(word + " ") || plain.equals(word)) {
        warn(
            article,
            sentence,
            "leading-word",
            "a sentence begins with '" + word + "'",
            "name its subject instead");
      }
    }
    int words = plain.split(" ").length;
    if (words > RULES.longest()) {
      warn(
          article,
          sentence,
          "long-sentence",
          "a sentence has " + words + " words",
          "split it: at most " + RULES.longest());
    }
    String other = seen.putIfAbsent(plain, article.front().id());
    if (other != null && !FIXED.contains(plain)) {
      warn(
          article,
          sentence,
          "shared-sentence",
          "a sentence stands in '" + other + "' too",
          "word it for this topic");
    }
  }

  private void grade(Article article, Section section) {
    boolean actedOn = switch (section.kind()) {
      case SELF_CARE, CALL_CARE_TEAM, EMERGENCY, TOPIC -> true;
      case OVERVIEW, SYMPTOMS, CAUSES, TREATMENT, QUESTIONS -> false;
    };
    double grade = Math.round(10
            * ReadingGrade.grade(
                String.join(" ", section.paragraphs()), article.front().language()))
        / 10.0;
    if (actedOn && article.front().language() == Language.ENGLISH && grade > RULES.grade()) {
      warn(
          article,
          "## " + section.heading(),
          "reading-grade",
          String.format(Locale.ROOT, "section '%s' reads at grade %.1f", section.heading(), grade),
          "use shorter words and sentences: at most " + RULES.grade());
    }
  }

  private void warn(Article article, String near, String rule, String what, String wayOut) {
    SourceText source = sources.get(article.front().id());
    if (source != null) {
      warnings.add(source.problem(lineNear(source, near), rule, what, wayOut));
    }
  }

  /// A sentence may be broken over lines: its longest beginning that stands on one line is looked
  /// for.
  private static int lineNear(SourceText source, String near) {
    for (int length = near.length(); length > 8; length = near.lastIndexOf(' ', length - 1)) {
      int line = source.lineOf(near.substring(0, length));
      if (line > 1) {
        return line;
      }
    }
    return 1;
  }

  private static String plain(String sentence) {
    return sentence.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static Set<String> fixed() {
    Set<String> fixed = new HashSet<>();
    RULES.fixed().forEach(sentence -> fixed.add(plain(sentence)));
    return Set.copyOf(fixed);
  }
}
