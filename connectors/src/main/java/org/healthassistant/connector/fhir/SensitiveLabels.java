package org.healthassistant.connector.fhir;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Tells by its security labels (`meta.security`) whether a resource is sensitive.
final class SensitiveLabels {
  private static final String CONFIDENTIALITY =
      "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

  /// Why something was written or may be used, such as that it is test data: no sensitivity.
  private static final String REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

  /// Unrestricted, low, moderate, normal: what every record bears.
  private static final Set<String> ORDINARY = Set.of("U", "L", "M", "N");

  private SensitiveLabels() {}

  /// Whether a label says so. A label that is not known is taken for one that does.
  static boolean on(JsonNode resource) {
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
}
