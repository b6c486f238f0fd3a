package org.healthassistant.knowledge.article;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.healthassistant.knowledge.data.DataFile;

/// Headings: the kind of section each means, and their anchors.
public final class Headings {
  private static final Map<String, SectionKind> KINDS = kinds();

  private Headings() {}

  /// What a heading asks; `TOPIC` for any that the data file does not name.
  public static SectionKind kindOf(String heading) {
    return KINDS.getOrDefault(slug(heading), SectionKind.TOPIC);
  }

  /// A heading as an anchor: lower-case letters and digits without accents, joined by hyphens.
  ///
  /// @return `section` when nothing is left
  public static String slug(String heading) {
    String plain = Normalizer.normalize(heading, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String slug =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "section" : slug;
  }

  private static Map<String, SectionKind> kinds() {
    Map<String, SectionKind> kinds = new HashMap<>();
    for (Map.Entry<SectionKind, List<String>> entry :
        DataFile.read(Headings.class, "headings.yaml", File.class).entrySet()) {
      entry.getValue().forEach(heading -> kinds.put(slug(heading), entry.getKey()));
    }
    return Map.copyOf(kinds);
  }

  /// The data file: headings by kind.
  @SuppressWarnings("serial")
  static final class File extends java.util.EnumMap<SectionKind, List<String>> {
    File() {
      super(SectionKind.class);
    }
  }
}
