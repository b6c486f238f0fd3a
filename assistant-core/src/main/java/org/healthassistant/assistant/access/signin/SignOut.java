package org.healthassistant.assistant.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.healthassistant.assistant.access.issuer.IssuerAwayException;
import org.healthassistant.assistant.access.issuer.IssuerMetadata;
import org.healthassistant.assistant.settings.ServiceAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Signing out of this service, and of the issuer by whom the person had signed in (OpenID
/// Connect RP-Initiated Logout). Where the issuer knows no such thing or is away, the person is
/// signed out here.
@Component
class SignOut implements LogoutHandler, LogoutSuccessHandler {

  private static final String ID_TOKEN = "id-token";
  private static final String ENDS = SignOut.class.getName();

  private final IssuerMetadata issuer;
  private final ServiceAddress address;

  SignOut(IssuerMetadata issuer, ServiceAddress address) {
    this.issuer = issuer;
    this.address = address;
  }

  /// Keeps what the issuer has to be shown at the end.
  static void keep(HttpSession session, String idToken) {
    session.setAttribute(ID_TOKEN, idToken);
  }

  /// Before the session ends.
  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    HttpSession session = request.getSession(false);
    request.setAttribute(ENDS, session == null ? null : session.getAttribute(ID_TOKEN));
  }

  /// After it. The form that was sent may lead to no other site by the pages' security policy, so
  /// the browser is told to go on from a page of its own.
  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws IOException {
    String end =
        request.getAttribute(ENDS) instanceof String idToken ? endOfSession(idToken) : null;
    if (end == null) {
      response.sendRedirect("/");
    } else {
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("Refresh", "0;url=" + end);
    }
  }

  private @Nullable String endOfSession(String idToken) {
    try {
      String end = issuer.address("end_session_endpoint");
      return end == null
          ? null
          : UriComponentsBuilder.fromUriString(end)
              .queryParam("id_token_hint", "{token}")
              .queryParam("post_logout_redirect_uri", "{to}")
              .encode()
              .buildAndExpand(idToken, address.to("/").toString())
              .toUriString();
    } catch (IssuerAwayException away) {
      return null;
    }
  }
}
