package org.healthassistant.assistant.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.access.CallerAuthentication;
import org.healthassistant.assistant.access.DemoAccessFile;
import org.healthassistant.assistant.access.PortalTokens;
import org.healthassistant.assistant.access.ScreenLock;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Signing in by the links of demo mode, and the portal's tokens for its widget.
@Controller
class SignInPage {

  private static final String PATH = DemoAccessFile.SIGN_IN;

  private static final int IDLE_SECONDS = 15 * 60;

  private final PortalTokens tokens;
  private final DemoAccessFile demoAccess;
  private final ScreenLock lock;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  SignInPage(PortalTokens tokens, DemoAccessFile demoAccess, ScreenLock lock) {
    this.tokens = tokens;
    this.demoAccess = demoAccess;
    this.lock = lock;
  }

  @GetMapping(PATH)
  String signIn(
      @RequestParam String ticket, HttpServletRequest request, HttpServletResponse response) {
    Optional<Caller> caller = demoAccess.caller(ticket);
    if (caller.isEmpty()) {
      return "redirect:/?link=expired";
    }
    request.getSession(true).setMaxInactiveInterval(IDLE_SECONDS);
    request.changeSessionId();
    lock.signedIn(request.getSession());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new CallerAuthentication(caller.get(), Instant.MAX));
    sessions.saveContext(context, request, response);
    return caller.get().kind() == Caller.Kind.PROVIDER ? "redirect:/workspace" : "redirect:/";
  }

  @PostMapping("/session/token")
  @ResponseBody
  ResponseEntity<Map<String, String>> token(Caller caller) {
    return tokens
        .mint(caller)
        .map(token -> ResponseEntity.ok(Map.of("token", token)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
