package org.healthassistant.assistant.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Answers people who open a page that cannot be shown: by a page in their language, with the way
/// back. Whoever asks for no HTML, and every caller of `/api`, is answered by others, with a
/// problem; so is what went wrong for no known reason, unless it gets here as `/error`.
@Component
class PageErrors implements HandlerExceptionResolver, ErrorViewResolver, Ordered {

  private static final String HTML = "text/html";

  @Override
  public int getOrder() {
    return -1; // Before those of the framework, which answer everybody by problems.
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (!(failure instanceof ErrorResponse known)
        || !isForAPerson(request)
        || response.isCommitted()) {
      return null;
    }
    known.getHeaders().forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
    int status = known.getStatusCode().value();
    return page(status, failure instanceof PageGoneException gone ? gone.what() : why(status));
  }

  @Override
  public ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
    return page(status.value(), why(status.value()));
  }

  private static boolean isForAPerson(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null
        && accept.contains(HTML)
        && request.getHeader("HX-Request") == null
        && !request.getServletPath().startsWith("/api/");
  }

  private static ModelAndView page(int status, String why) {
    ModelAndView page = new ModelAndView("page-error", Map.of("why", why));
    page.setStatus(HttpStatus.valueOf(status));
    return page;
  }

  private static String why(int status) {
    return switch (status) {
      case 401, 403 -> "forbidden";
      case 404, 405, 410 -> "missing";
      case 429, 503 -> "busy";
      default -> "failed";
    };
  }
}
