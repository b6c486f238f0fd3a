package org.healthassistant.connector.fhir.server;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.healthassistant.connector.fhir.server.FhirServerException.Kind;

/// The one token that a portal handed over: there is no other to be had here when it ends or is
/// refused.
final class HandedToken implements Tokens {

  private final AccessTokens.Token token;
  private final InstantSource clock;
  private final AtomicBoolean refused = new AtomicBoolean();

  HandedToken(PatientToken handed, InstantSource clock) {
    this.token = new AccessTokens.Token(
        handed.value(), GrantedScopes.of(handed.scopes()), handed.from(), handed.until());
    this.clock = clock;
  }

  @Override
  public AccessTokens.Token get(Deadline deadline) {
    if (refused.get() || !token.isGood(clock.instant())) {
      throw new FhirServerException(Kind.UNAUTHORIZED);
    }
    return token;
  }

  @Override
  public void forget(AccessTokens.Token taken) {
    refused.set(true);
  }
}
