package org.healthassistant.assistant.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses the workspace's pages while the session is locked: a page leads to the lock, all
/// else is answered with 423. What a person asks for counts as a touch; what a page asks for by
/// itself, its streams and parts, does not. Scripts and styles hold nothing of a patient and are
/// what the lock itself is drawn with: they are served always, and are no touch.
@Component
class ScreenLockFilter extends OncePerRequestFilter {

  private static final String ROOT = "/workspace";
  private static final String LOCKED_PAGE = ROOT + "/locked";
  private static final int LOCKED = 423;
  private static final List<String> ASSETS =
      List.of(ROOT + "/scripts/", ROOT + "/styles/", ROOT + "/vendor/");
  private static final Set<String> ALWAYS =
      Set.of(LOCKED_PAGE, ROOT + "/lock", ROOT + "/unlock", ROOT + "/alarms");

  private final ScreenLock lock;

  ScreenLockFilter(ScreenLock lock) {
    this.lock = lock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return !(path.equals(ROOT) || path.startsWith(ROOT + "/"))
        || ASSETS.stream().anyMatch(path::startsWith)
        || ALWAYS.contains(path);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session == null) {
      chain.doFilter(request, response);
      return;
    }
    if (lock.isShut(session)) {
      refuse(request, response);
      return;
    }
    if (isByAPerson(request)) {
      lock.touch(session);
    }
    chain.doFilter(request, response);
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getMethod().equals("GET") && isByAPerson(request)) {
      String query = request.getQueryString();
      String to = request.getServletPath() + (query == null ? "" : "?" + query);
      response.sendRedirect(LOCKED_PAGE + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
      return;
    }
    response.setStatus(LOCKED);
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write("""
        {"status":423,"code":"locked","detail":"The screen is locked. Sign in again."}
        """);
  }

  private static boolean isByAPerson(HttpServletRequest request) {
    String accept = String.valueOf(request.getHeader("Accept"));
    boolean part = request.getMethod().equals("GET") && request.getHeader("HX-Request") != null;
    return !part && !accept.contains("text/event-stream");
  }
}
