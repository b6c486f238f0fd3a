package org.healthassistant.knowledge.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.text.Language;

/// The analyzers of content and questions, one a language.
///
/// `analyzers.yaml` names the steps of each, as possessives dropped and Porter's stems for
/// English, accents folded and light stems for Spanish. The stop words of `stopwords.yaml` hold
/// what a question says beside its topic.
public final class Analyzers {
  private static final String STOP = "stop";
  private static final StopWords WORDS =
      DataFile.read(Analyzers.class, "stopwords.yaml", StopWords.class);
  private static final Chains CHAINS =
      DataFile.read(Analyzers.class, "analyzers.yaml", Chains.class);
  private static final Map<Language, Analyzer> ANALYZERS = Language.each(language ->
      new LanguageAnalyzer(language.pick(CHAINS.filters()), language.pick(WORDS.words())));
  private static final Map<Language, Set<String>> ASKING = Language.each(language ->
      Set.copyOf(terms(String.join(" ", language.pick(WORDS.asking())), language)));

  record StopWords(Map<Language, List<String>> words, Map<Language, List<String>> asking) {}

  record Chains(Map<Language, List<String>> filters) {}

  private Analyzers() {}

  /// The analyzer of a language.
  public static Analyzer forLanguage(Language language) {
    return language.pick(ANALYZERS);
  }

  /// Whether a term says what is asked of a topic (causes, treatment, side effects) and names
  /// none.
  public static boolean asks(String term, Language language) {
    return language.pick(ASKING).contains(term);
  }

  /// The terms of a text in order, as the index holds them.
  public static List<String> terms(String text, Language language) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = forLanguage(language).tokenStream("", text)) {
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
    private final List<String> filters;
    private final CharArraySet stop;

    LanguageAnalyzer(List<String> filters, List<String> stop) {
      this.filters = List.copyOf(filters);
      this.stop = new CharArraySet(stop, true);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer source = new StandardTokenizer();
      TokenStream words = source;
      for (String filter : filters) {
        words = filter.equals(STOP)
            ? new StopFilter(words, stop)
            : TokenFilterFactory.forName(filter, new HashMap<>()).create(words);
      }
      return new TokenStreamComponents(source, words);
    }
  }
}
