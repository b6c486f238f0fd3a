package org.healthassistant.knowledge.article;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.text.Language;

/// Headings: the kind of section each means, and their anchors.
public final class Headings {
  private static final File DATA = DataFile.read(Headings.class, "headings.yaml", File.class);
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

  /// The usual heading of an overview in a language.
  public static String overview(Language language) {
    return language.pick(wordings(SectionKind.OVERVIEW)).getFirst();
  }

  private static Map<String, SectionKind> kinds() {
    Map<String, SectionKind> kinds = new HashMap<>();
    for (SectionKind kind : DATA.keySet()) {
      wordings(kind).values().stream()
          .flatMap(List::stream)
          .forEach(heading -> kinds.put(slug(heading), kind));
    }
    return Map.copyOf(kinds);
  }

  private static Map<Language, List<String>> wordings(SectionKind kind) {
    return DATA.getOrDefault(kind, Map.of());
  }

  /// The data file: headings by kind and language.
  @SuppressWarnings("serial")
  static final class File extends EnumMap<SectionKind, Map<Language, List<String>>> {
    File() {
      super(SectionKind.class);
    }
  }
}
