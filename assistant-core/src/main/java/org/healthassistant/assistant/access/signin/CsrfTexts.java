package org.healthassistant.assistant.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/// The proof of origin of a session's forms: a digest of the session's secret id, so that every
/// page of a session has the same one, however many are opened at once and on whichever instance.
/// (Of proofs drawn by chance two pages opened at once would each draw one, and the forms of the
/// first would be refused.) The id changes at each sign-in, and the proof with it; a page that is
/// read by others gives neither away, since the proof cannot be turned back into the id.
final class CsrfTexts implements CsrfTokenRepository {

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return of(request.getSession());
  }

  /// Keeps nothing but the session itself.
  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (token != null) {
      request.getSession();
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : of(session);
  }

  private static CsrfToken of(HttpSession session) {
    byte[] digest = sha256().digest(("csrf " + session.getId()).getBytes(StandardCharsets.UTF_8));
    return new DefaultCsrfToken(
        "X-CSRF-TOKEN", "_csrf", Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
