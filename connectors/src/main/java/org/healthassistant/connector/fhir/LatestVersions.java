package org.healthassistant.connector.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The entries of a Bundle, each resource once: its latest version, none where that was deleted.
///
/// @param entries in the Bundle's order
/// @param doubtful entries that were passed over although nothing says that they are older
record LatestVersions(List<BundleEntry> entries, List<BundleEntry> doubtful) {

  /// Chooses among the entries of a Bundle.
  ///
  /// @param newestFirst whether the order of entries tells the order of versions, as in a history
  static LatestVersions choose(List<BundleEntry> all, boolean newestFirst) {
    Map<String, List<BundleEntry>> bySource = all.stream()
        .collect(
            Collectors.groupingBy(BundleEntry::source, LinkedHashMap::new, Collectors.toList()));
    List<BundleEntry> chosen = new ArrayList<>();
    List<BundleEntry> doubtful = new ArrayList<>();
    for (List<BundleEntry> versions : bySource.values()) {
      BundleEntry latest = latest(versions);
      if (!latest.deleted()) {
        chosen.add(latest);
      }
      for (BundleEntry other : versions) {
        if (other != latest
            && !newestFirst
            && !latest.deleted()
            && other.compareVersion(latest) == 0
            && !other.resource().equals(latest.resource())) {
          doubtful.add(other);
        }
      }
    }
    return new LatestVersions(List.copyOf(chosen), List.copyOf(doubtful));
  }

  private static BundleEntry latest(List<BundleEntry> versions) {
    BundleEntry latest = versions.getFirst();
    for (BundleEntry next : versions) {
      int later = next.compareVersion(latest);
      if (later > 0 || (later == 0 && next.deleted())) {
        latest = next;
      }
    }
    return latest;
  }
}
