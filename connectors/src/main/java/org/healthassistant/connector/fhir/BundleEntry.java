package org.healthassistant.connector.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One entry of a Bundle as it stands in the file.
///
/// @param number its place in the list, from 1
/// @param line the line it begins on
/// @param fullUrl what other entries may refer to it by; empty if it has none
/// @param type the resource's type; empty if it names none
/// @param id the resource's id, or else the last part of the full URL; empty if it has neither
/// @param resource the resource
/// @param deleted whether the entry says that the resource was deleted
/// @param version the number of the resource's version; null if not told
/// @param updated when the resource was last changed; null if not told
record BundleEntry(
    int number,
    int line,
    String fullUrl,
    String type,
    String id,
    JsonNode resource,
    boolean deleted,
    @Nullable Long version,
    @Nullable Instant updated) {

  private static final String CONFIDENTIALITY =
      "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

  /// Why something was written or may be used, such as that it is test data: no sensitivity.
  private static final String REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

  /// Unrestricted, low, moderate, normal: what every record bears.
  private static final Set<String> ORDINARY = Set.of("U", "L", "M", "N");

  private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

  static BundleEntry of(int number, int line, JsonNode entry) {
    boolean deleted = entry.path("request").path("method").asString("").equals("DELETE");
    JsonNode resource = entry.path("resource");
    String fullUrl = entry.path("fullUrl").asString("");
    String id = resource.path("id").asString("");
    String type = resource.path("resourceType").asString("");
    if (deleted && type.isEmpty()) {
      String[] url = entry.path("request").path("url").asString("").split("/");
      type = url.length < 2 ? "" : url[url.length - 2];
      id = url.length < 2 ? "" : url[url.length - 1];
    }
    if (id.isEmpty()) {
      id = fullUrl.substring(Math.max(fullUrl.lastIndexOf('/'), fullUrl.lastIndexOf(':')) + 1);
    }
    JsonNode meta = resource.path("meta");
    JsonNode response = entry.path("response");
    Long version = version(meta.path("versionId").asString(""));
    Instant updated = instant(meta.path("lastUpdated"));
    return new BundleEntry(
        number,
        line,
        fullUrl,
        type,
        id,
        resource,
        deleted,
        version != null ? version : version(response.path("etag").asString("")),
        updated != null ? updated : instant(response.path("lastModified")));
  }

  private static @Nullable Long version(String written) {
    Matcher matcher = VERSION.matcher(written);
    return matcher.matches() ? Long.valueOf(matcher.group(1)) : null;
  }

  /// A moment; null if it is none.
  static @Nullable Instant instant(JsonNode node) {
    try {
      return node.isString() ? OffsetDateTime.parse(node.asString()).toInstant() : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// What a citation points to: type and id; for a resource without an id its place in the file.
  String source() {
    return type + "/" + (id.isEmpty() ? "entry-" + number : id);
  }

  /// Whether its security labels (`meta.security`) say that it is sensitive. A label that is not
  /// known is taken for one that does.
  boolean isSensitive() {
    boolean found = false;
    for (JsonNode label : resource.path("meta").path("security")) {
      String system = label.path("system").asString("");
      String code = label.path("code").asString("");
      boolean ordinary =
          system.equals(REASON) || system.equals(CONFIDENTIALITY) && ORDINARY.contains(code);
      found |= !ordinary;
    }
    return found;
  }

  /// Where it stands, for the operator.
  String place() {
    return "entry " + number + (type.isEmpty() ? "" : " (" + source() + ")") + ", line " + line;
  }

  /// Whether this is a later version (more than 0) or an earlier one (less than 0) of the same
  /// resource than the other; 0 if they do not say.
  int compareVersion(BundleEntry other) {
    Long otherVersion = other.version;
    Instant otherUpdated = other.updated;
    if (version != null && otherVersion != null && !version.equals(otherVersion)) {
      return version.compareTo(otherVersion);
    }
    return updated == null || otherUpdated == null ? 0 : updated.compareTo(otherUpdated);
  }

  /// Whether a reference in another entry means this one: by type and id, and where both name a
  /// server, by that too.
  boolean isMeantBy(String reference) {
    int version = reference.indexOf("/_history/");
    String bare = version < 0 ? reference : reference.substring(0, version);
    if (bare.isBlank()) {
      return false; // a reference by name or business id only: it leads nowhere, not to everything
    }
    if (bare.equals(source()) || bare.equals(fullUrl)) {
      return true;
    }
    // The same type and id at another server is another resource.
    return bare.endsWith("/" + source())
        && (!isAddress(fullUrl) || withoutScheme(bare).equals(withoutScheme(fullUrl)));
  }

  private static boolean isAddress(String url) {
    return url.startsWith("https://") || url.startsWith("http://");
  }

  private static String withoutScheme(String url) {
    return url.substring(url.indexOf(':') + 1);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
