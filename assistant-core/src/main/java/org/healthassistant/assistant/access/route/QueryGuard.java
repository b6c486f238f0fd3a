package org.healthassistant.assistant.access.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.healthassistant.assistant.problem.ProblemCode;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers 400 where the parameters of a request cannot be read, before anybody reads them: the
/// server would fail with them at whatever place asks first. Webhooks read their own query
/// strings.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class QueryGuard extends OncePerRequestFilter {

  private final ProblemResponses problems;

  QueryGuard(ProblemResponses problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Webhooks.matches(request) || (request.getQueryString() == null && !isForm(request));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isReadable(request)) {
      chain.doFilter(request, response);
    } else if (PageResponses.isReadByAPerson(request)
        && !request.getServletPath().startsWith("/api/")) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      problems.write(
          response,
          ProblemCode.MALFORMED_PARAMETERS,
          "The parameters of this address or form cannot be read. Write each as name=value, with"
              + " percent-encoded UTF-8.");
    }
  }

  private static boolean isReadable(HttpServletRequest request) {
    try {
      request.getParameterMap();
      return true;
    } catch (IllegalStateException | IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    return String.valueOf(request.getContentType())
        .toLowerCase(Locale.ROOT)
        .startsWith("application/x-www-form-urlencoded");
  }
}
