package org.healthassistant.assistant.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.access.CallerMatch;
import org.healthassistant.assistant.access.Callers;
import org.healthassistant.assistant.access.DemoAccessFile;
import org.healthassistant.assistant.access.ReturnPath;
import org.healthassistant.assistant.access.ScreenLock;
import org.healthassistant.assistant.access.SignedIn;
import org.healthassistant.assistant.access.issuer.IssuerAwayException;
import org.healthassistant.assistant.store.RealClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/// What becomes of a sign-in at the issuer: the person's session, or a page that says why not. A
/// sign-in that fails changes nothing in the session that there was.
@Component
class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  /// The page that says why.
  static final String FAILED = "/sign-in/failed";

  private static final Logger LOG = LoggerFactory.getLogger(SignInOutcome.class);
  private static final String SHOWN_AT = "shown-at";
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final Callers callers;
  private final CallerSessions sessions;
  private final ScreenLock lock;
  private final RealClock clock;
  private final ApplicationEventPublisher events;

  SignInOutcome(
      Callers callers,
      CallerSessions sessions,
      ScreenLock lock,
      RealClock clock,
      ApplicationEventPublisher events) {
    this.callers = callers;
    this.sessions = sessions;
    this.lock = lock;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    OidcUser person = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
    Asked asked = Asked.of(request);
    switch (callers.match(person.getClaims())) {
      case CallerMatch.Known known -> admit(known.caller(), person, asked, request, response);
      case CallerMatch.Stranger stranger -> {
        LOG.warn("AC-007: somebody with a provider's role signed in whom the care team lacks");
        refuse(response, "unknown", asked);
      }
      case CallerMatch.Nobody nobody -> {
        LOG.warn("AC-008: a sign-in names nobody: {}", nobody.why());
        refuse(response, "failed", asked);
      }
    }
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    boolean away = false;
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      away |= cause instanceof IssuerAwayException;
    }
    if (!away) {
      LOG.warn("AC-009: a sign-in failed: {}", reason(refused));
    }
    refuse(response, away ? "away" : "failed", Asked.of(request));
  }

  private void admit(
      Caller caller,
      OidcUser person,
      Asked asked,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    HttpSession before = request.getSession();
    boolean provider = caller.kind() == Caller.Kind.PROVIDER;
    boolean anew = asked.again() || (sessions.caller(request).isPresent() && lock.isShut(before));
    if (provider && !isFresh(person.getAuthenticatedAt(), anew, before)) {
      if (asked.again()) {
        LOG.warn("AC-010: the issuer does not say (auth_time) that a person has just signed in");
        refuse(response, "stale", asked);
      } else {
        response.sendRedirect(asked.onceMore());
      }
      return;
    }
    HttpSession session = sessions.begin(caller, request);
    session.setAttribute(SHOWN_AT, String.valueOf(shownAt(person).getEpochSecond()));
    SignOut.keep(session, person.getIdToken().getTokenValue());
    lock.signedIn(session);
    events.publishEvent(new SignedIn(caller, anew));
    response.sendRedirect(
        provider ? ReturnPath.inWorkspace(asked.to(), ReturnPath.WORKSPACE) : "/");
  }

  /// Whether the person has shown who they are lately enough; to open a screen that was locked,
  /// since the last time.
  private boolean isFresh(@Nullable Instant shown, boolean anew, HttpSession before) {
    if (shown == null || shown.isBefore(clock.instant().minus(lock.idle()).minus(SKEW))) {
      return false;
    }
    return !anew
        || !(before.getAttribute(SHOWN_AT) instanceof String last)
        || shown.getEpochSecond() > Long.parseLong(last);
  }

  private Instant shownAt(OidcUser person) {
    Instant shown = person.getAuthenticatedAt();
    return shown == null ? clock.instant() : shown;
  }

  private static void refuse(HttpServletResponse response, String why, Asked asked)
      throws IOException {
    response.sendRedirect(FAILED + "?why=" + why + "&to=" + encoded(asked.to()));
  }

  /// Codes and checks, never a token or a name.
  private static String reason(AuthenticationException refused) {
    return refused instanceof OAuth2AuthenticationException known
        ? known.getError().getErrorCode()
        : NestedExceptionUtils.getMostSpecificCause(refused).getClass().getSimpleName();
  }

  private static String encoded(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  /// What the sign-in was for.
  private record Asked(String to, boolean again) {
    static Asked of(HttpServletRequest request) {
      return SignInRequestStore.answered(request)
          .map(asked -> new Asked(
              text(asked, SignInRequests.TO),
              Boolean.parseBoolean(text(asked, SignInRequests.AGAIN))))
          .orElse(new Asked("/", false));
    }

    private static String text(OAuth2AuthorizationRequest asked, String name) {
      return String.valueOf((Object) asked.getAttribute(name));
    }

    String onceMore() {
      return DemoAccessFile.SIGN_IN + "?" + SignInRequests.AGAIN + "&" + SignInRequests.TO + "="
          + encoded(ReturnPath.inWorkspace(to, ReturnPath.WORKSPACE));
    }
  }
}
