package org.healthassistant.assistant.access.route;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.healthassistant.assistant.access.DemoAccessFile;
import org.healthassistant.assistant.access.signin.SignInSetup;
import org.healthassistant.assistant.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/// Answers whoever asks for a page without being allowed to: people are led to the sign-in and
/// come back to where they wanted to go; what a page asks for by itself is told that the session
/// has ended; what is no page at all does not exist. A browser is answered by
/// a page, whoever asks for no HTML by a problem.
@Component
class PageResponses implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String ENDED = "/?signed-out";

  private final ProblemResponses problems;
  private final SignInSetup signIn;

  PageResponses(ProblemResponses problems, SignInSetup signIn) {
    this.problems = problems;
    this.signIn = signIn;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    if (!isOfTheCareTeam(request) && !request.getServletPath().equals("/session/token")) {
      notThere(request, response);
    } else if (signIn.isAtAnIssuer() && isByAPerson(request)) {
      response.sendRedirect(DemoAccessFile.SIGN_IN + "?to=" + here(request));
    } else {
      response.sendRedirect(ENDED);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    if (isOfTheCareTeam(request) || !request.getMethod().equals("GET")) {
      if (isReadByAPerson(request)) {
        response.sendError(HttpStatus.FORBIDDEN.value());
        return;
      }
      problems.handle(request, response, refused);
    } else {
      notThere(request, response);
    }
  }

  private void notThere(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isReadByAPerson(request)) {
      response.sendError(HttpStatus.NOT_FOUND.value());
      return;
    }
    problems.write(response, ProblemCode.NOT_FOUND, "There is no such page.");
  }

  private static boolean isOfTheCareTeam(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.equals("/workspace") || path.startsWith("/workspace/");
  }

  /// Whether a person opens a page, and not a script of a page a part of it.
  private static boolean isByAPerson(HttpServletRequest request) {
    String mode = request.getHeader("Sec-Fetch-Mode");
    String accept = String.valueOf(request.getHeader("Accept"));
    return request.getMethod().equals("GET")
        && request.getHeader("HX-Request") == null
        && !accept.contains("text/event-stream")
        && (mode == null || mode.equals("navigate"));
  }

  /// Whether a person opens a page in a browser, which asks for HTML.
  static boolean isReadByAPerson(HttpServletRequest request) {
    return isByAPerson(request)
        && String.valueOf(request.getHeader("Accept")).contains("text/html");
  }

  private static String here(HttpServletRequest request) {
    String query = request.getQueryString();
    return URLEncoder.encode(
        request.getServletPath() + (query == null ? "" : "?" + query), StandardCharsets.UTF_8);
  }
}
