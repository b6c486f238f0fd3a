package org.healthassistant.assistant.access.signin;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.healthassistant.assistant.access.IdentitySettings;
import org.healthassistant.assistant.access.issuer.IssuerMetadata;
import org.healthassistant.assistant.settings.DemoMode;
import org.healthassistant.assistant.settings.ServiceAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/// This service as a client of the issuer. It is made when somebody first signs in, so that the
/// service starts while the issuer is away. Safe from any thread.
@Component
class SignInClient implements ClientRegistrationRepository {

  static final String ID = "pages";

  /// Where the issuer sends people back to.
  static final String BACK = "/sign-in/back";

  private final IdentitySettings.SignIn settings;
  private final DemoMode demo;
  private final ServiceAddress address;
  private final IssuerMetadata issuer;
  private volatile @Nullable ClientRegistration made;

  SignInClient(
      IdentitySettings identity, DemoMode demo, ServiceAddress address, IssuerMetadata issuer) {
    this.settings = identity.signIn();
    this.demo = demo;
    this.address = address;
    this.issuer = issuer;
  }

  /// Whether people can sign in at the issuer at all.
  boolean isThere() {
    String id = settings.clientId();
    return !demo.on() && id != null && !id.isBlank();
  }

  /// @throws IssuerAwayException if the issuer cannot say now where to sign in
  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    if (!ID.equals(id) || !isThere()) {
      return null;
    }
    ClientRegistration ready = made;
    if (ready == null) {
      ready = make();
      made = ready;
    }
    return ready;
  }

  private ClientRegistration make() {
    ClientRegistration.Builder client = ClientRegistrations.fromOidcConfiguration(issuer.document())
        .registrationId(ID)
        .clientId(String.valueOf(settings.clientId()))
        .scope(scopes())
        .redirectUri(address.to(BACK).toString())
        .clientSettings(ClientSettings.builder().requireProofKey(true).build());
    String secret = settings.clientSecret();
    if (secret == null || secret.isBlank()) {
      client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
    } else {
      client.clientSecret(secret);
    }
    return client.build();
  }

  private Set<String> scopes() {
    Set<String> scopes = new LinkedHashSet<>(Set.of("openid"));
    scopes.addAll(Arrays.asList(settings.scopes().strip().split("\\s+")));
    return scopes;
  }
}
