package org.healthassistant.assistant.access.issuer;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.healthassistant.assistant.access.IdentitySettings;
import org.healthassistant.assistant.store.RealClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.stereotype.Component;

/// The tokens that the issuer gives for a sign-in: how they are fetched, and what they say. Safe
/// from any thread.
@Component
public class SignInTokens {

  private static final Logger LOG = LoggerFactory.getLogger(SignInTokens.class);

  private final IssuerMetadata metadata;
  private final IssuerKeys keys;
  private final JwtDecoder accessTokens;

  SignInTokens(
      IssuerMetadata metadata, IssuerKeys keys, IdentitySettings identity, RealClock clock) {
    this.metadata = metadata;
    this.keys = keys;
    this.accessTokens = keys.decoder(new TokenChecks(clock)
        .all(String.valueOf(identity.issuer()), Optional.empty(), Optional.empty()));
  }

  /// Fetches the tokens of a code; no request waits for longer than a few seconds.
  public OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> exchange() {
    RestClientAuthorizationCodeTokenResponseClient client =
        new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(metadata
        .client()
        .configureMessageConverters(converters -> converters
            .addCustomConverter(new FormHttpMessageConverter())
            .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build());
    return client;
  }

  /// Reads ID tokens of a client: signature, time, issuer, and that they are for this client.
  public JwtDecoder idTokens(ClientRegistration client) {
    return keys.decoder(new DelegatingOAuth2TokenValidator<>(
        new JwtTimestampValidator(), new OidcIdTokenValidator(client)));
  }

  /// What the issuer says of the person: the claims of the ID token, and those that the access
  /// token alone has, since some issuers put roles nowhere else. An access token that is no JWT
  /// of the issuer's, or one of another person, adds nothing.
  public Map<String, Object> claims(OidcIdToken id, String accessToken) {
    Map<String, Object> all = new HashMap<>();
    try {
      Jwt access = accessTokens.decode(accessToken);
      if (Objects.equals(id.getSubject(), access.getSubject())) {
        all.putAll(access.getClaims());
      }
    } catch (IssuerAwayException away) {
      throw away;
    } catch (JwtException opaque) {
      LOG.debug("the access token of a sign-in cannot be read");
    }
    all.putAll(id.getClaims());
    return all;
  }
}
