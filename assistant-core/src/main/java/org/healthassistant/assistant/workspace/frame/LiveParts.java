package org.healthassistant.assistant.workspace.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.healthassistant.assistant.stream.EventStreams;
import org.springframework.stereotype.Component;

/// Serves the parts of a page that change while it is open. Nothing of a patient goes out by a
/// session whose screen is locked.
@Component
public class LiveParts {

  private final OpenScreens screens;
  private final EventStreams streams;
  private final FragmentRenderer fragments;

  LiveParts(OpenScreens screens, EventStreams streams, FragmentRenderer fragments) {
    this.screens = screens;
    this.streams = streams;
    this.fragments = fragments;
  }

  /// Streams what the source tells, and returns when the stream has ended: at the latest when the
  /// screen is locked. Runs on the request's thread.
  ///
  /// @param topic whose signals make the source look at once
  public void serve(
      HttpServletRequest request,
      HttpServletResponse response,
      String topic,
      EventStreams.Source source) {
    try (OpenScreens.Watched screen = screens.watch(request)) {
      streams.serve(response, screen.session(), topic, () -> !screen.isShut(), source);
    }
  }

  /// Renders one part of a page as HTML, without links and tokens that need a request.
  ///
  /// @param template a page's template
  /// @param fragment the name of a `th:fragment` in it
  public String render(String template, String fragment, Map<String, Object> model) {
    return fragments.render(template, fragment, model);
  }
}
