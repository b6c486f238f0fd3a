package org.healthassistant.assistant.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what the issuer was asked until it answers, as text in the session; then hands it on
/// with the request, so that whoever ends the sign-in knows what it was for. The last question of
/// a browser counts.
@Component
class SignInRequestStore implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final String KEPT = "sign-in";
  private static final String ANSWERED = SignInRequestStore.class.getName();

  private final JsonMapper json;

  SignInRequestStore(JsonMapper json) {
    this.json = json;
  }

  /// What the issuer was asked that has just answered; empty when nobody was asked.
  static Optional<OAuth2AuthorizationRequest> answered(HttpServletRequest request) {
    return Optional.ofNullable((OAuth2AuthorizationRequest) request.getAttribute(ANSWERED));
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(KEPT) instanceof String kept)) {
      return null;
    }
    OAuth2AuthorizationRequest asked = json.readValue(kept, Asked.class).request();
    return String.valueOf(asked.getState()).equals(request.getParameter("state")) ? asked : null;
  }

  @Override
  public void saveAuthorizationRequest(
      OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
    request.getSession().setAttribute(KEPT, json.writeValueAsString(Asked.of(asked)));
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
    if (asked != null) {
      request.getSession().removeAttribute(KEPT);
      request.setAttribute(ANSWERED, asked);
    }
    return asked;
  }

  /// The question as text.
  private record Asked(
      String authorizationUri,
      String clientId,
      String redirectUri,
      Set<String> scopes,
      String state,
      Map<String, String> parameters,
      Map<String, String> attributes) {

    static Asked of(OAuth2AuthorizationRequest asked) {
      return new Asked(
          asked.getAuthorizationUri(),
          asked.getClientId(),
          String.valueOf(asked.getRedirectUri()),
          asked.getScopes(),
          String.valueOf(asked.getState()),
          texts(asked.getAdditionalParameters()),
          texts(asked.getAttributes()));
    }

    OAuth2AuthorizationRequest request() {
      return OAuth2AuthorizationRequest.authorizationCode()
          .authorizationUri(authorizationUri)
          .clientId(clientId)
          .redirectUri(redirectUri)
          .scopes(scopes)
          .state(state)
          .additionalParameters(new HashMap<>(parameters))
          .attributes(all -> all.putAll(attributes))
          .build();
    }

    private static Map<String, String> texts(Map<String, Object> values) {
      Map<String, String> texts = new HashMap<>();
      values.forEach((name, value) -> texts.put(name, String.valueOf(value)));
      return texts;
    }
  }
}
