package org.healthassistant.knowledge.search;

import java.util.List;
import org.healthassistant.knowledge.*;

final class Dump {
  public static void main(String[] args) throws Exception {
    StringBuilder out = new StringBuilder();
    for (String lang : List.of("en", "es")) {
      for (CalibrationQuestion q : CalibrationQuestion.in(lang)) {
        List<SearchHit> hits = StarterIndex.INDEX.search(
            SearchRequest.of(q.text(), lang, StarterIndex.TODAY).withFloor(false).withLimit(200));
        int rank = 0;
        for (SearchHit h : hits) {
          var e = h.explanation();
          out.append(String.join("\t", lang, q.text(), String.valueOf(++rank), h.passage().id(),
              !q.answerable() ? "none" : q.passages().contains(h.passage().id()) ? "yes" : q.ofRightArticle(h.passage().articleId()) ? "near" : "no",
              h.otherLanguage() ? "other" : "own", ""+e.bm25(), ""+e.english(), ""+e.bilingual(), ""+e.coverage(), ""+e.fused(), ""+h.score())).append('\n');
        }
      }
    }
    java.nio.file.Files.writeString(java.nio.file.Path.of(args[0]), out.toString());
    System.exit(0);
  }
}
