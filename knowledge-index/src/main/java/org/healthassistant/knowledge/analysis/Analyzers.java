package org.healthassistant.knowledge.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.healthassistant.knowledge.data.DataFile;

/// The analyzers of content and questions, one a language.
///
/// English: possessives and stop words dropped, Porter stems. Spanish: accents folded, stop words
/// dropped, light stems. The stop words of `stopwords.yaml` hold what a question says beside its
/// topic.
public final class Analyzers {
  private static final StopWords WORDS =
      DataFile.read(Analyzers.class, "stopwords.yaml", StopWords.class);
  private static final Map<String, Analyzer> ANALYZERS = Map.of(
      "en", new LanguageAnalyzer(true, new CharArraySet(WORDS.en(), true)),
      "es", new LanguageAnalyzer(false, new CharArraySet(WORDS.es(), true)));

  private static final Map<String, Set<String>> ASKING =
      Map.of("en", asking("en"), "es", asking("es"));

  record StopWords(List<String> en, List<String> es, Map<String, List<String>> asking) {}

  private Analyzers() {}

  /// The analyzer of a language, that of English for a language that has none.
  public static Analyzer of(String language) {
    Analyzer english = ANALYZERS.get("en");
    Analyzer own = ANALYZERS.getOrDefault(language, english);
    if (own == null) {
      throw new IllegalStateException("there is no analyzer for English");
    }
    return own;
  }

  /// Whether a term says what is asked of a topic (causes, treatment, side effects) and names none.
  public static boolean asks(String term, String language) {
    return ASKING.getOrDefault(language, Set.of()).contains(term);
  }

  private static Set<String> asking(String language) {
    List<String> words = WORDS.asking().getOrDefault(language, List.of());
    return Set.copyOf(terms(String.join(" ", words), language));
  }

  /// The terms of a text in order, as the index holds them.
  public static List<String> terms(String text, String language) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = of(language).tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
      return terms;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static final class LanguageAnalyzer extends Analyzer {
    private final boolean english;
    private final CharArraySet stop;

    LanguageAnalyzer(boolean english, CharArraySet stop) {
      this.english = english;
      this.stop = stop;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer source = new StandardTokenizer();
      if (english) {
        TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(source));
        return new TokenStreamComponents(source, new PorterStemFilter(new StopFilter(words, stop)));
      }
      TokenStream words = new ASCIIFoldingFilter(new LowerCaseFilter(source));
      return new TokenStreamComponents(
          source, new SpanishLightStemFilter(new StopFilter(words, stop)));
    }
  }
}
