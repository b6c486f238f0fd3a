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

/// The index's fields: title, topics, section and body, each language's apart, so that how rare
/// a word is follows from content of its own language.
final class LexicalFields {
  private LexicalFields() {}

  /// The fields of a language with their weights.
  static Map<String, Float> weighted(Language language, Weights weights) {
    Map<String, Float> fields = new HashMap<>();
    fields.put("title_" + language.tag(), weights.fields().title());
    fields.put("topics_" + language.tag(), weights.fields().topics());
    fields.put("section_" + language.tag(), weights.fields().section());
    fields.put("body_" + language.tag(), weights.fields().body());
    return fields;
  }

  static Document document(IndexedText text) {
    Document document = new Document();
    document.add(new TextField("title_" + text.language().tag(), text.title(), Field.Store.NO));
    document.add(
        new TextField("topics_" + text.language().tag(), text.topicWords(), Field.Store.NO));
    document.add(new TextField("section_" + text.language().tag(), text.section(), Field.Store.NO));
    document.add(new TextField("body_" + text.language().tag(), text.body(), Field.Store.NO));
    return document;
  }

  static Analyzer analyzer() {
    Map<String, Analyzer> byField = new HashMap<>();
    for (Language language : Language.values()) {
      weighted(language, Weights.BUILT_IN)
          .keySet()
          .forEach(field -> byField.put(field, Analyzers.forLanguage(language)));
    }
    return new PerFieldAnalyzerWrapper(Analyzers.forLanguage(Language.FALLBACK), byField);
  }
}
