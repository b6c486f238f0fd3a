package org.healthassistant.assistant.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.access.DemoAccessFile;
import org.healthassistant.assistant.access.PortalTokens;
import org.healthassistant.assistant.access.ReturnPath;
import org.healthassistant.assistant.access.ScreenLock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Signing in by the links of demo mode, why a sign-in failed, and the portal's tokens for its
/// widget.
@Controller
class SignInPage {

  private static final String PATH = DemoAccessFile.SIGN_IN;

  private static final Map<String, HttpStatus> WHY = Map.of(
      "away", HttpStatus.SERVICE_UNAVAILABLE,
      "unknown", HttpStatus.FORBIDDEN,
      "stale", HttpStatus.FORBIDDEN,
      "failed", HttpStatus.FORBIDDEN);

  private final PortalTokens tokens;
  private final DemoAccessFile demoAccess;
  private final ScreenLock lock;
  private final CallerSessions sessions;

  SignInPage(
      PortalTokens tokens, DemoAccessFile demoAccess, ScreenLock lock, CallerSessions sessions) {
    this.tokens = tokens;
    this.demoAccess = demoAccess;
    this.lock = lock;
    this.sessions = sessions;
  }

  /// In demo mode, by a link. At an issuer this address never comes here.
  @GetMapping(PATH)
  String signIn(@RequestParam(defaultValue = "") String ticket, HttpServletRequest request) {
    Optional<Caller> caller = demoAccess.caller(ticket);
    if (caller.isEmpty()) {
      return "redirect:/?link=expired";
    }
    lock.signedIn(sessions.begin(caller.get(), request));
    return caller.get().kind() == Caller.Kind.PROVIDER ? "redirect:/workspace" : "redirect:/";
  }

  @GetMapping(SignInOutcome.FAILED)
  String failed(
      @RequestParam(defaultValue = "failed") String why,
      @RequestParam(defaultValue = "/") String to,
      HttpServletResponse response,
      Model model) {
    String known = WHY.containsKey(why) ? why : "failed";
    response.setStatus(WHY.getOrDefault(known, HttpStatus.FORBIDDEN).value());
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("why", known);
    model.addAttribute("to", ReturnPath.inWorkspace(to, "/"));
    return "sign-in-failed";
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
