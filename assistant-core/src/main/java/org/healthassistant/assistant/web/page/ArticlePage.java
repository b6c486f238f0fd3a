package org.healthassistant.assistant.web.page;

import org.healthassistant.assistant.library.Library;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A cited article for reading, with its sections as targets of citations. A citation opens the
/// text that the answer rested on, for ever, and says so where the library has another by now.
@Controller
class ArticlePage {

  private final Library library;

  ArticlePage(Library library) {
    this.library = library;
  }

  /// @param release that from which it was cited: then its text of that time is shown
  @GetMapping("/articles/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String release,
      Model model) {
    model.addAttribute(
        "article", library.text(id, release).orElseThrow(PageGoneException::article));
    boolean former = library.former(id, release).isPresent();
    model.addAttribute("former", former);
    model.addAttribute("newer", former && library.text(id, null).isPresent());
    model.addAttribute("id", id);
    return "article";
  }
}
