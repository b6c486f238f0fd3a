package org.healthassistant.assistant.access.route;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.healthassistant.assistant.access.CallerAuthentication;
import org.healthassistant.assistant.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers callers of `/api` who may not: `application/problem+json` with a stable code. Why a
/// token was refused stands in the log, without the token.
@Component
class ProblemResponses
    implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);

  private final JsonMapper json;

  ProblemResponses(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    if (refused instanceof AuthenticationServiceException) {
      LOG.warn("AC-005: a token could not be checked: {}", refused.getMessage());
      response.setHeader("Retry-After", "10");
      write(
          response,
          ProblemCode.ISSUER_AWAY,
          "Tokens cannot be checked at the moment, since their issuer cannot be reached. Try again"
              + " in a while.");
      return;
    }
    if (refused instanceof OAuth2AuthenticationException token) {
      LOG.info("AC-006: a token was refused: {}", reason(token));
    }
    response.setHeader("WWW-Authenticate", "Bearer");
    write(response, ProblemCode.TOKEN_NEEDED, "A valid bearer token is needed; ask for a new one.");
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    commence(request, response, refused);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication by
        && by.isStranger()) {
      write(
          response,
          ProblemCode.NOT_IN_THE_TEAM,
          "You are signed in, but the care team of this service does not know you. Ask an"
              + " administrator to add you.");
      return;
    }
    write(response, ProblemCode.NOT_ALLOWED, "This caller may not do this.");
  }

  /// Writes a problem.
  void write(HttpServletResponse response, ProblemCode code, String detail) throws IOException {
    response.setStatus(code.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(json.writeValueAsString(code.detail(detail)));
  }

  /// The checks' own words: claims and times, never a token. What the parser says of a text
  /// that is no token may repeat parts of it, and is left out.
  private static String reason(OAuth2AuthenticationException refused) {
    String said = String.valueOf(refused.getError().getDescription());
    return said.length() > 300 || said.contains("Malformed") || said.contains("Invalid")
        ? "it cannot be read"
        : said;
  }
}
