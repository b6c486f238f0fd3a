package org.healthassistant.assistant.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// A caller as Spring Security carries it, by token and by cookie alike.
final class CallerAuthentication extends AbstractAuthenticationToken {

  static final String PATIENT = "PATIENT";
  static final String PROVIDER = "PROVIDER";

  private static final long serialVersionUID = 1L;

  private final transient Caller caller;

  CallerAuthentication(Caller caller) {
    super(List.of(new SimpleGrantedAuthority(authority(caller))));
    this.caller = caller;
    setAuthenticated(true);
  }

  Caller caller() {
    return caller;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return caller;
  }

  @Override
  public String getName() {
    return caller.id();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallerAuthentication that && caller.equals(that.caller);
  }

  @Override
  public int hashCode() {
    return caller.hashCode();
  }

  private static String authority(Caller caller) {
    return caller.kind() == Caller.Kind.PROVIDER ? PROVIDER : PATIENT;
  }
}
