package org.healthassistant.assistant.access;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// A caller as Spring Security carries it through one request, by token and by cookie alike. It
/// is never serialised: a session keeps its caller as text.
public final class CallerAuthentication extends AbstractAuthenticationToken {

  /// The authority of patients.
  public static final String PATIENT = "PATIENT";

  /// The authority of providers.
  public static final String PROVIDER = "PROVIDER";

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Caller caller;
  private final transient Instant ends;

  /// @param ends when the token does; far away for a cookie, whose session ends by itself
  public CallerAuthentication(Caller caller, Instant ends) {
    super(List.of(
        new SimpleGrantedAuthority(caller.kind() == Caller.Kind.PROVIDER ? PROVIDER : PATIENT)));
    this.caller = caller;
    this.ends = ends;
    setAuthenticated(true);
  }

  private CallerAuthentication() {
    super(List.of());
    this.caller = null;
    this.ends = Instant.MIN;
    setAuthenticated(true);
  }

  /// Somebody with a provider's role whom the care team does not know: signed in, and allowed
  /// nothing.
  public static CallerAuthentication stranger() {
    return new CallerAuthentication();
  }

  /// Whether this is somebody whom the care team does not know.
  public boolean isStranger() {
    return caller == null;
  }

  /// The caller; null for a stranger, who passes no route.
  public @Nullable Caller caller() {
    return caller;
  }

  Instant ends() {
    return ends;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return caller == null ? "stranger" : caller;
  }

  @Override
  public String getName() {
    return caller == null ? "stranger" : caller.id();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallerAuthentication that && Objects.equals(caller, that.caller);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(caller);
  }
}
