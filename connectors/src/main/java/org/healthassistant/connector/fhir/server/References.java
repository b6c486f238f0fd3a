package org.healthassistant.connector.fhir.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Finds what resources refer to and does not stand beside them.
final class References {
  private static final Pattern RELATIVE = Pattern.compile(
      "(?:.*/)?(?<type>[A-Z][A-Za-z]+)/(?<id>[A-Za-z0-9.-]{1,64})(?:/_history/.*)?");

  /// How many are followed in all: names of people and places, and medicines.
  private static final int MOST = 200;

  private static final int PORTION = 50;

  private References() {}

  /// The resources that are missing, in portions of one type.
  ///
  /// @param asked what was asked for before; what is found is added
  /// @param baseUrl of the server: what lies elsewhere is not to be had here
  static Map<String, List<String>> missing(List<JsonNode> entries, Set<String> asked, URI baseUrl) {
    Set<String> there = new HashSet<>();
    entries.forEach(
        entry -> there.add(entry.path("resource").path("resourceType").asString("") + "/"
            + entry.path("resource").path("id").asString("")));
    Map<String, List<String>> missing = new LinkedHashMap<>();
    for (JsonNode entry : entries) {
      JsonNode resource = entry.path("resource");
      String type = resource.path("resourceType").asString("");
      if (SearchedType.REFERRING.contains(type) || type.equals("PractitionerRole")) {
        resource.findValues("reference").forEach(reference -> {
          Matcher matcher = RELATIVE.matcher(reference.asString(""));
          if (isHere(reference.asString(""), baseUrl)
              && matcher.matches()
              && SearchedType.REFERRED.contains(matcher.group("type"))) {
            String source = matcher.group("type") + "/" + matcher.group("id");
            List<String> ids =
                missing.computeIfAbsent(matcher.group("type"), unseen -> new ArrayList<>());
            if (!there.contains(source)
                && ids.size() < PORTION
                && asked.size() < MOST
                && asked.add(source)) {
              ids.add(matcher.group("id"));
            }
          }
        });
      }
    }
    missing.values().removeIf(List::isEmpty);
    return missing;
  }

  private static boolean isHere(String reference, URI baseUrl) {
    return !reference.contains("://") || reference.startsWith(baseUrl + "/");
  }
}
