package org.healthassistant.assistant.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.patient.KeyedHash;
import org.healthassistant.assistant.settings.ServiceAddress;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/// The cookie of a session: its id, and a proof by the master key that it was given by this
/// service. Whoever reads ids in the database can make no cookie of them.
@Component
class SessionCookie extends DefaultCookieSerializer {

  private static final String NAME = "HASESSION";
  private static final String PURPOSE = "page session";

  private final KeyedHash proofs;

  SessionCookie(KeyedHash proofs, ServiceAddress address) {
    this.proofs = proofs;
    setCookieName(NAME);
    setCookiePath("/");
    setUseHttpOnlyCookie(true);
    // Not "Strict": the issuer's answer comes from another site.
    setSameSite("Lax");
    setUseSecureCookie(address.base().startsWith("https:"));
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    return super.readCookieValues(request).stream()
        .flatMap(value -> proven(value).stream())
        .toList();
  }

  @Override
  public void writeCookieValue(CookieValue cookie) {
    String id = cookie.getCookieValue();
    super.writeCookieValue(
        id.isEmpty()
            ? cookie
            : new CookieValue(cookie.getRequest(), cookie.getResponse(), id + "." + proof(id)));
  }

  private Optional<String> proven(String value) {
    int dot = value.indexOf('.');
    String id = dot < 0 ? value : value.substring(0, dot);
    byte[] given = value.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(proof(id).getBytes(StandardCharsets.UTF_8), given)
        ? Optional.of(id)
        : Optional.empty();
  }

  private String proof(String id) {
    return proofs.hash(PURPOSE, id);
  }
}
