package org.healthassistant.connector.sms.twilio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.healthassistant.connector.Secret;
import org.jspecify.annotations.Nullable;

/// Tells whether a request came from Twilio: the check of `X-Twilio-Signature`.
///
/// The signature is the HMAC-SHA1, under the account's token, of the address that Twilio called
/// and every field of the form, sorted by name. What is ambiguous is not proven: where a name
/// is repeated, implementations differ in what they sign.
public final class RequestSignature {
  private static final String ALGORITHM = "HmacSHA1";

  private final SecretKeySpec key;

  /// @param authToken the account's token
  public RequestSignature(Secret authToken) {
    this.key = new SecretKeySpec(authToken.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /// Whether the signature is right, in time that does not depend on where it differs.
  ///
  /// @param url as Twilio called it, with scheme, host and query; with or without its scheme's
  ///     own port, since Twilio signs either
  /// @param form the body; empty for a request without one
  /// @param signature the header; null where it is missing
  public boolean proves(URI url, TwilioForm form, @Nullable String signature) {
    return signature != null
        && !form.repeats()
        && spellings(url).anyMatch(spelling -> same(sign(spelling, form), signature));
  }

  private static Stream<String> spellings(URI url) {
    String written = url.toString();
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    String authority = String.valueOf(url.getRawAuthority());
    String port = scheme.equals("https") ? ":443" : ":80";
    int end = written.indexOf(authority) + authority.length();
    if (url.getPort() == -1) {
      return Stream.of(written, written.substring(0, end) + port + written.substring(end));
    }
    return authority.endsWith(port)
        ? Stream.of(written, written.substring(0, end - port.length()) + written.substring(end))
        : Stream.of(written);
  }

  private String sign(String url, TwilioForm form) {
    List<TwilioForm.Field> sorted = form.fields().stream()
        .sorted(Comparator.comparing(TwilioForm.Field::name))
        .toList();
    String content =
        url + sorted.stream().map(f -> f.name() + f.value()).collect(Collectors.joining());
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] signed = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
    }
  }

  private static boolean same(String right, String offered) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
  }
}
