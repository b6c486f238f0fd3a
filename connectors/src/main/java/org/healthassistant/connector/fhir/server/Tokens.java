package org.healthassistant.connector.fhir.server;

/// Where access tokens come from.
interface Tokens {

  /// A token that is good for some time yet.
  ///
  /// @throws FhirServerException `UNAUTHORIZED` if there is none; else what happened on the way
  AccessTokens.Token get(Deadline deadline);

  /// Forgets a token that the server does not take any more.
  void forget(AccessTokens.Token refused);
}
