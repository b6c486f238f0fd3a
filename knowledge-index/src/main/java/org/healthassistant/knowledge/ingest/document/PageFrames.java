package org.healthassistant.knowledge.ingest.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.knowledge.ingest.LeadIns;

/// Takes off what is printed around every page: lines at its top or foot that come again on
/// another page but for their numbers, and the number of the page.
///
/// A line that forbids stays, however often it comes: it may carry the sense of what is below.
final class PageFrames {
  private static final int DEEP = 2;
  private static final String NUMBER =
      "(?i)(?:page|pág(?:ina|\\.)?|p\\.)?\\s*\\d{1,3}(?:\\s*(?:of|de|/)\\s*\\d{1,3})?";

  private PageFrames() {}

  /// The pages without their frames; a lone page has none but its number.
  static List<String> without(List<String> pages) {
    Map<String, Integer> times = new HashMap<>();
    for (String page : pages) {
      Set<String> here = new HashSet<>();
      edges(page).forEach(line -> here.add(shape(line)));
      here.forEach(shape -> times.merge(shape, 1, Integer::sum));
    }
    List<String> bare = new ArrayList<>();
    for (String page : pages) {
      Set<String> edges = new HashSet<>(edges(page));
      bare.add(String.join(
          "\n",
          page.lines()
              .filter(line -> !edges.contains(line.strip()) || !isFrame(line.strip(), times))
              .toList()));
    }
    return bare;
  }

  private static boolean isFrame(String line, Map<String, Integer> times) {
    boolean again = times.getOrDefault(shape(line), 0) > 1 && !LeadIns.forbids(line);
    return again || line.matches(NUMBER);
  }

  private static List<String> edges(String page) {
    List<String> lines =
        page.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    List<String> edges = new ArrayList<>(lines.subList(0, Math.min(DEEP, lines.size())));
    edges.addAll(lines.subList(Math.max(0, lines.size() - DEEP), lines.size()));
    return edges;
  }

  private static String shape(String line) {
    return line.replaceAll("\\d+", "#").replaceAll("\\s+", " ");
  }
}
