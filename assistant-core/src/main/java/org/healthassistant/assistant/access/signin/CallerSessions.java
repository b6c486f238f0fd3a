package org.healthassistant.assistant.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.access.CallerAuthentication;
import org.healthassistant.assistant.access.Callers;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps who is signed in, as text in the session. Whoever has left the care team meanwhile is
/// nobody.
@Component
public class CallerSessions implements SecurityContextRepository {

  private static final String CALLER = "caller";
  private static final int IDLE_SECONDS = 15 * 60;

  private final Callers callers;
  private final JsonMapper json;

  CallerSessions(Callers callers, JsonMapper json) {
    this.callers = callers;
    this.json = json;
  }

  /// Who is signed in; empty: nobody.
  Optional<Caller> caller(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(CALLER) instanceof String kept
        ? Optional.of(json.readValue(kept, Caller.class)).filter(callers::isCurrent)
        : Optional.empty();
  }

  /// Begins the session of a person who has just signed in: one of its own, with nothing of the
  /// one before. A request under way, such as an open stream, may still write that one, under the
  /// id it had: it writes into nothing.
  HttpSession begin(Caller caller, HttpServletRequest request) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    HttpSession session = request.getSession(true);
    session.setMaxInactiveInterval(IDLE_SECONDS);
    keep(caller, request);
    return session;
  }

  /// Keeps the caller in the request's session, which begins if there is none.
  private void keep(Caller caller, HttpServletRequest request) {
    request.getSession().setAttribute(CALLER, json.writeValueAsString(caller));
  }

  @Override
  @SuppressWarnings("removal")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return caller(holder.getRequest())
        .<SecurityContext>map(
            caller -> new SecurityContextImpl(new CallerAuthentication(caller, Instant.MAX)))
        .orElseGet(SecurityContextHolder::createEmptyContext);
  }

  /// Keeps callers and nothing else: what a filter has of a sign-in before it is known who it is
  /// stays with its request.
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    if (context.getAuthentication() instanceof CallerAuthentication by && by.caller() != null) {
      keep(by.caller(), request);
    }
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return caller(request).isPresent();
  }
}
