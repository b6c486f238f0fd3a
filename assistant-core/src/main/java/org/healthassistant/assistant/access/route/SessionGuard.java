package org.healthassistant.assistant.access.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what would change something and comes without a session, before a session is begun
/// only to find that its token is missing: whoever has not signed in stores nothing here.
final class SessionGuard extends OncePerRequestFilter {

  private static final Set<String> READ = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final PageResponses responses;

  SessionGuard(PageResponses responses) {
    this.responses = responses;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return READ.contains(request.getMethod()) || request.getSession(false) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    responses.handle(request, response, new MissingCsrfTokenException(null));
  }
}
