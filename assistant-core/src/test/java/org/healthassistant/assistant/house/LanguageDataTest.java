package org.healthassistant.assistant.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A further language is one constant of [Language] and its data: this says which data.
///
/// A file belongs to one language by its name (`patient_es.properties`, `US.es.yaml`), or holds
/// values by language under keys that are tags. Code holds no tag and decides nothing by one.
class LanguageDataTest {

  private static final List<String> MODULES =
      List.of("knowledge-index", "connectors", "assistant-core", "evaluation");
  private static final Pattern OF_ONE = Pattern.compile("(.*[._])([a-z]{2})(\\.[a-z]+)");
  private static final Pattern TAG = Pattern.compile("\"(en|es)\"");
  private static final Pattern SWITCH = Pattern.compile("switch \\(\\w*[lL]anguage(\\(\\))?\\)");
  /// The type itself, and Spanish endings `en` and `es` of a stemmer.
  private static final Set<String> ALLOWED = Set.of("Language.java", "TextNormalizer.java");
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void everyLanguageHasAllItsData() throws IOException {
    assertThat(lacking(Set.of(Language.tags()))).isEmpty();
  }

  @Test
  void namesEveryFileThatAFurtherLanguageNeeds() throws IOException {
    Set<String> tags = new LinkedHashSet<>(List.of(Language.tags()));
    tags.add("xx");

    Set<String> needed = lacking(tags);

    assertThat(needed)
        .as("%s", needed)
        .anyMatch(one -> one.startsWith("abbreviations.yaml"))
        .anyMatch(one -> one.startsWith("synonyms.yaml"))
        .anyMatch(one -> one.startsWith("grounding.yaml"))
        .anyMatch(one -> one.startsWith("patient_xx.properties"))
        .allMatch(one -> one.contains("xx"));
  }

  @Test
  void codeHoldsNoTagAndDecidesNothingByALanguage() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files("src/main/java", ".java")) {
      String name = String.valueOf(file.getFileName());
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        boolean tag = TAG.matcher(line).find() && !line.contains("<html");
        if (!ALLOWED.contains(name) && (tag || SWITCH.matcher(line).find())) {
          found.add(name + ":" + (i + 1) + " " + line.strip());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static Set<String> lacking(Set<String> tags) throws IOException {
    Set<String> lacking = new TreeSet<>();
    for (Path file : files("src/main/resources", "")) {
      String name = String.valueOf(file.getFileName());
      Matcher ofOne = OF_ONE.matcher(name);
      if (ofOne.matches() && Language.find(ofOne.group(2)).isPresent()) {
        for (String tag : tags) {
          String sibling = ofOne.group(1) + tag + ofOne.group(3);
          boolean base =
              tag.equals(Language.FALLBACK.tag()) && Files.exists(file.resolveSibling(base(ofOne)));
          if (!base && !Files.exists(file.resolveSibling(sibling))) {
            lacking.add(sibling + " is not there");
          }
        }
      } else if (name.endsWith(".yaml")) {
        walk(YAML.readTree(file), name, tags, lacking);
      }
    }
    return lacking;
  }

  /// The file without a tag, as a resource bundle has for the fallback.
  private static String base(Matcher ofOne) {
    String stem = ofOne.group(1);
    return stem.substring(0, stem.length() - 1) + ofOne.group(3);
  }

  private static void walk(JsonNode node, String path, Set<String> tags, Set<String> lacking) {
    Set<String> keys = new TreeSet<>(node.propertyNames());
    if (keys.stream().anyMatch(key -> Language.find(key).isPresent())) {
      tags.stream()
          .filter(tag -> !keys.contains(tag))
          .forEach(tag -> lacking.add(path + " has no '" + tag + "'"));
    }
    keys.forEach(key -> walk(node.get(key), path + "/" + key, tags, lacking));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      walk(node.get(i), path + "/" + i, tags, lacking);
    }
  }

  private static List<Path> files(String below, String ending) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String module : MODULES) {
      Path root = Path.of("..", module, below);
      if (Files.isDirectory(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          files
              .filter(file -> Files.isRegularFile(file) && file.toString().endsWith(ending))
              .forEach(found::add);
        }
      }
    }
    return found;
  }
}
