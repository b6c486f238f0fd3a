package org.healthassistant.assistant.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.knowledge.article.ReviewStatus;
import org.healthassistant.knowledge.passage.Passage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// A cited article for reading, with its sections as targets of citations.
@Controller
class ArticlePage {

  private final Library library;

  ArticlePage(Library library) {
    this.library = library;
  }

  @GetMapping("/articles/{id}")
  String show(@PathVariable String id, Model model) {
    List<Passage> passages = library.passages(id);
    if (passages.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    List<String> sources = library.article(id).stream()
        .flatMap(article -> article.front().sources().stream())
        .map(source -> source.name())
        .toList();
    model.addAttribute("article", view(passages, sources));
    return "article";
  }

  private static Map<String, Object> view(List<Passage> passages, List<String> sources) {
    Passage first = passages.getFirst();
    Map<String, Object> article = new HashMap<>();
    article.put("title", first.title());
    article.put("language", first.language().tag());
    article.put("publisher", first.publisher());
    article.put("url", first.url());
    article.put("sources", sources);
    article.put("reviewedOn", first.reviewedOn());
    article.put("reviewBy", first.reviewBy());
    article.put("starter", first.status() == ReviewStatus.STARTER);
    article.put("sections", sections(passages));
    return article;
  }

  /// A section that was cut into several passages is one section again.
  private static List<Map<String, Object>> sections(List<Passage> passages) {
    List<Map<String, Object>> sections = new ArrayList<>();
    String anchor = "";
    List<String> paragraphs = new ArrayList<>();
    for (Passage passage : passages) {
      if (!passage.anchor().equals(anchor)) {
        anchor = passage.anchor();
        paragraphs = new ArrayList<>();
        sections.add(
            Map.of("heading", passage.section(), "anchor", anchor, "paragraphs", paragraphs));
      }
      paragraphs.add(passage.text());
    }
    return sections;
  }
}
