package org.healthassistant.knowledge.search;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.healthassistant.knowledge.analysis.Analyzers;
import org.healthassistant.knowledge.text.Language;

/// The index's fields: title, topics, heading, wordings and body, each language's apart, so that
/// how rare a word is follows from content of its own language. Each question and each wording is
/// a document of its own besides.
final class LexicalFields {
  private static final String WORDING = "wording_";

  private LexicalFields() {}

  /// The fields of a language with their weights.
  static Map<String, Float> weighted(Language language, Weights weights) {
    Map<String, Float> fields = written(language, weights);
    fields.put("asks_" + language.tag(), weights.fields().asks());
    return fields;
  }

  /// The fields of a language that hold what readers see, with their weights.
  static Map<String, Float> written(Language language, Weights weights) {
    Map<String, Float> fields = new HashMap<>();
    fields.put("section_" + language.tag(), weights.fields().section());
    fields.putAll(body(language, weights));
    fields.putAll(topic(language, weights));
    return fields;
  }

  /// The text alone.
  static Map<String, Float> body(Language language, Weights weights) {
    return Map.of("body_" + language.tag(), weights.fields().body());
  }

  /// The title and the topic's other names.
  static Map<String, Float> topic(Language language, Weights weights) {
    return Map.of(
        "title_" + language.tag(),
        weights.fields().title(),
        "topics_" + language.tag(),
        weights.fields().topics());
  }

  /// The one field of a question's or a wording's own document.
  static Map<String, Float> wording(Language language) {
    return Map.of(WORDING + language.tag(), 1f);
  }

  static Document document(IndexedText text) {
    Document document = new Document();
    String tag = text.language().tag();
    document.add(new TextField("title_" + tag, text.title(), Field.Store.NO));
    document.add(new TextField("topics_" + tag, text.topicWords(), Field.Store.NO));
    document.add(new TextField("section_" + tag, text.heading(), Field.Store.NO));
    document.add(new TextField("body_" + tag, text.body(), Field.Store.NO));
    if (!text.asked().isEmpty()) {
      document.add(new TextField("asks_" + tag, text.wordings(), Field.Store.NO));
    }
    return document;
  }

  static Document wording(String text, Language language) {
    Document document = new Document();
    document.add(new TextField(WORDING + language.tag(), text, Field.Store.NO));
    return document;
  }

  static Analyzer analyzer() {
    Map<String, Analyzer> byField = new HashMap<>();
    for (Language language : Language.values()) {
      Analyzer analyzer = Analyzers.forLanguage(language);
      weighted(language, Weights.BUILT_IN).keySet().forEach(field -> byField.put(field, analyzer));
      wording(language).keySet().forEach(field -> byField.put(field, analyzer));
    }
    return new PerFieldAnalyzerWrapper(Analyzers.forLanguage(Language.FALLBACK), byField);
  }
}
