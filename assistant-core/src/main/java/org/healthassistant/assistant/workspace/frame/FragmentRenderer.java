package org.healthassistant.assistant.workspace.frame;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/// Renders parts of pages for event streams, where there is no request to render for: such parts
/// hold neither links made from the context path nor CSRF tokens.
@Component
class FragmentRenderer {

  private final ITemplateEngine engine;

  FragmentRenderer(ITemplateEngine engine) {
    this.engine = engine;
  }

  /// @param template a page's template
  /// @param fragment the name of a `th:fragment` in it
  String render(String template, String fragment, Map<String, Object> model) {
    TemplateSpec spec = new TemplateSpec(template, Set.of(fragment), TemplateMode.HTML, Map.of());
    return engine.process(spec, new Context(Locale.ENGLISH, model));
  }
}
