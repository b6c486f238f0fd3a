package org.healthassistant.assistant.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.healthassistant.assistant.access.DemoAccessFile;
import org.healthassistant.assistant.access.ReturnPath;
import org.healthassistant.assistant.access.ScreenLock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/// What the issuer is asked when somebody opens `/sign-in`: for the workspace, that the person
/// has shown who they are no longer ago than a screen stays open; with `again`, that they do it
/// now.
@Component
class SignInRequests implements OAuth2AuthorizationRequestResolver {

  /// Where the person wanted to go.
  static final String TO = "to";

  /// Whether the person has to show anew who they are.
  static final String AGAIN = "again";

  private final SignInClient client;
  private final ScreenLock lock;
  private final DefaultOAuth2AuthorizationRequestResolver standard;

  SignInRequests(SignInClient client, ScreenLock lock) {
    this.client = client;
    this.lock = lock;
    this.standard = new DefaultOAuth2AuthorizationRequestResolver(client, "/sign-in/none");
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    boolean asked = request.getServletPath().equals(DemoAccessFile.SIGN_IN)
        && request.getMethod().equals("GET")
        && client.isThere();
    return asked ? resolve(request, SignInClient.ID) : null;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
    OAuth2AuthorizationRequest plain = standard.resolve(request, id);
    if (plain == null) {
      return null;
    }
    String wanted = request.getParameter(TO);
    String to = ReturnPath.inWorkspace(wanted == null ? "/" : wanted, "/");
    boolean again = request.getParameter(AGAIN) != null;
    return OAuth2AuthorizationRequest.from(plain)
        .attributes(kept -> kept.putAll(Map.of(TO, to, AGAIN, String.valueOf(again))))
        .additionalParameters(sent -> sent.putAll(freshness(to, again)))
        .build();
  }

  private Map<String, Object> freshness(String to, boolean again) {
    if (again) {
      return Map.of("prompt", "login", "max_age", "0");
    }
    return to.equals("/")
        ? Map.of()
        : Map.of("max_age", String.valueOf(lock.idle().toSeconds()));
  }
}
