package org.healthassistant.knowledge.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.healthassistant.knowledge.analysis.Analyzers;

/// The index's fields: title, topics, section and body, each language's apart, so that how rare a
/// word
/// is follows from content of its own language.
final class LexicalFields {
  static final List<String> LANGUAGES = List.of("en", "es");

  private LexicalFields() {}

  /// The fields of a language with their weights.
  static Map<String, Float> of(String language, Weights weights) {
    Map<String, Float> fields = new HashMap<>();
    fields.put("title_" + language, weights.fields().title());
    fields.put("topics_" + language, weights.fields().topics());
    fields.put("section_" + language, weights.fields().section());
    fields.put("body_" + language, weights.fields().body());
    return fields;
  }

  static Document document(IndexedText text) {
    Document document = new Document();
    document.add(new TextField("title_" + text.language(), text.title(), Field.Store.NO));
    document.add(new TextField("topics_" + text.language(), text.topicWords(), Field.Store.NO));
    document.add(new TextField("section_" + text.language(), text.section(), Field.Store.NO));
    document.add(new TextField("body_" + text.language(), text.body(), Field.Store.NO));
    return document;
  }

  static Analyzer analyzer() {
    Map<String, Analyzer> byField = new HashMap<>();
    for (String language : LANGUAGES) {
      of(language, Weights.BUILT_IN)
          .keySet()
          .forEach(field -> byField.put(field, Analyzers.of(language)));
    }
    return new PerFieldAnalyzerWrapper(Analyzers.of("en"), byField);
  }
}
