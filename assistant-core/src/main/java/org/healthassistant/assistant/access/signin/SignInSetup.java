package org.healthassistant.assistant.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.healthassistant.assistant.access.issuer.SignInTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// Teaches a chain of the pages how people sign in, stay signed in and sign out: authorization
/// code with PKCE, by Spring Security's client.
@Component
public class SignInSetup {

  private final SignInClient client;
  private final SignInRequests requests;
  private final SignInRequestStore store;
  private final SignInTokens tokens;
  private final SignInOutcome outcome;
  private final SignOut signOut;
  private final CallerSessions sessions;

  SignInSetup(
      SignInClient client,
      SignInRequests requests,
      SignInRequestStore store,
      SignInTokens tokens,
      SignInOutcome outcome,
      SignOut signOut,
      CallerSessions sessions) {
    this.client = client;
    this.requests = requests;
    this.store = store;
    this.tokens = tokens;
    this.outcome = outcome;
    this.signOut = signOut;
    this.sessions = sessions;
  }

  /// Whether people can sign in at an issuer; else by the links of demo mode, or not at all.
  public boolean isAtAnIssuer() {
    return client.isThere();
  }

  /// Sets the chain up.
  public void apply(HttpSecurity http) {
    // Whoever signs in gets a session of their own (CallerSessions), and who fails keeps theirs.
    http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.none()))
        .securityContext(context -> context.securityContextRepository(sessions))
        .csrf(csrf -> csrf.csrfTokenRepository(new CsrfTexts()))
        .logout(logout ->
            logout.logoutUrl("/sign-out").addLogoutHandler(signOut).logoutSuccessHandler(signOut));
    if (client.isThere()) {
      http.oauth2Login(login -> login
          .loginPage(SignInOutcome.FAILED)
          .clientRegistrationRepository(client)
          .authorizedClientRepository(new NoTokens())
          .securityContextRepository(sessions)
          .authorizationEndpoint(end ->
              end.authorizationRequestResolver(requests).authorizationRequestRepository(store))
          .redirectionEndpoint(end -> end.baseUri(SignInClient.BACK))
          .tokenEndpoint(end -> end.accessTokenResponseClient(tokens.exchange()))
          .userInfoEndpoint(end -> end.oidcUserService(this::person))
          .successHandler(outcome)
          .failureHandler(outcome)
          .withObjectPostProcessor(answering(outcome)));
    }
  }

  private OidcUser person(OidcUserRequest signIn) {
    return new DefaultOidcUser(
        null,
        signIn.getIdToken(),
        new OidcUserInfo(
            tokens.claims(signIn.getIdToken(), signIn.getAccessToken().getTokenValue())));
  }

  /// An issuer that is away is told by a page.
  private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> answering(
      SignInOutcome outcome) {
    return new ObjectPostProcessor<>() {
      @Override
      public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
        filter.setAuthenticationFailureHandler(outcome);
        return filter;
      }
    };
  }

  /// Access tokens are read once, for the roles in them, and not kept.
  private static final class NoTokens implements OAuth2AuthorizedClientRepository {
    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String registration, Authentication principal, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient tokens,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
        String registration,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {}
  }
}
