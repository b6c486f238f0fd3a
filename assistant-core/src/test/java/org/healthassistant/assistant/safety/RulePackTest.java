package org.healthassistant.assistant.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.healthassistant.assistant.safety.rules.BrokenRulePack;
import org.healthassistant.assistant.safety.rules.PackFile;
import org.junit.jupiter.api.Test;

class RulePackTest {

  private static final Path FOLDER = Path.of("src/main/resources/safety");

  @Test
  void hasAnIdThatChangesWithItsData() throws IOException {
    var one = RulePack.load(files("rules/human-request.yaml", text -> text));
    var other = RulePack.load(files("rules/human-request.yaml", text -> text + "# changed\n"));
    assertThat(one.id()).matches("[0-9a-f]{16}").isNotEqualTo(other.id());
  }

  @Test
  void namesEveryProblemOfItsRulesAtOnce() throws IOException {
    var files = files(
        "rules/chest-pain.yaml",
        text -> text.replaceFirst("site/chest,", "site/chets,")
            .replaceFirst("source: .*", "")
            .replaceFirst("level: EMERGENCY", "level: URGENT"));
    assertThatThrownBy(() -> RulePack.load(files))
        .isInstanceOfSatisfying(
            BrokenRulePack.class,
            broken -> assertThat(broken.problems())
                .anyMatch(problem -> problem.contains("unknown concept 'site/chets'"))
                .anyMatch(problem -> problem.contains("has no source"))
                .anyMatch(problem -> problem.contains("level 'URGENT'")));
  }

  @Test
  void namesEveryProblemOfItsLexiconAtOnce() throws IOException {
    var files = new ArrayList<>(files(
        "lexicon/chest.en.yaml",
        text -> text.replaceFirst("concept: chest", "concept: breast")
            .replaceFirst("kind: site", "kind: place")));
    files.removeIf(file -> file.name().equals("lexicon/pain.es.yaml"));
    files.replaceAll(file -> file.name().equals("lexicon/heart.en.yaml")
        ? new PackFile(file.name(), "concept: heart\nkind: site\nwords: []\n")
        : file);
    files.replaceAll(file -> file.name().equals("lexicon/numb.en.yaml")
        ? new PackFile(file.name(), "concept: numb\nwords: [a\n")
        : file);
    assertThatThrownBy(() -> RulePack.load(files))
        .isInstanceOfSatisfying(
            BrokenRulePack.class,
            broken -> assertThat(broken.problems())
                .anyMatch(problem -> problem.contains("names the concept 'breast'"))
                .anyMatch(problem -> problem.contains("in another language it is 'place'"))
                .anyMatch(problem -> problem.equals("lexicon/pain.es.yaml is missing"))
                .anyMatch(problem -> problem.equals("lexicon/heart.en.yaml has no words"))
                .anyMatch(problem -> problem.startsWith("lexicon/numb.en.yaml line ")));
  }

  @Test
  void refusesAnIndexWithAnUnknownEntry() throws IOException {
    var files = files("pack.yaml", text -> text + "rules: [chest-pain]\n");
    assertThatThrownBy(() -> RulePack.load(files)).hasMessageContaining("pack.yaml line ");
  }

  @Test
  void refusesAPackThatLacksAConceptTheReadingNeeds() throws IOException {
    var files = files("pack.yaml", text -> text.replaceFirst("  - contrast\n", ""));
    assertThatThrownBy(() -> RulePack.load(files))
        .hasMessageContaining("lacks the concept 'cue/contrast'");
  }

  @Test
  void hasTheSameIdWhateverTheOrderOfItsFilesAndTheirLineEnds() throws IOException {
    var files = files("", text -> text);
    var dos = files.reversed().stream()
        .map(file -> new PackFile(file.name(), file.text().replace("\n", "\r\n")))
        .toList();
    assertThat(RulePack.load(dos).id()).isEqualTo(RulePack.load(files).id());
  }

  @Test
  void refusesARuleWithoutExamplesInALanguage() throws IOException {
    var files = files("rules/human-request.yaml", text -> text.replaceFirst("    es:", "    pt:"));
    assertThatThrownBy(() -> RulePack.load(files)).hasMessageContaining("'fire' examples in 'es'");
  }

  @Test
  void refusesAPhraseOfMoreThanFourWords() throws IOException {
    var files = files(
        "lexicon/chest.en.yaml", text -> text.replaceFirst("chest,", "right here in my chest,"));
    assertThatThrownBy(() -> RulePack.load(files)).hasMessageContaining("of 5 words");
  }

  @Test
  void listsEveryFileOfItsFolder() throws IOException {
    try (var lexicon = Files.list(FOLDER.resolve("lexicon"))) {
      var index = Files.readString(FOLDER.resolve("pack.yaml"));
      assertThat(lexicon.map(
              file -> file.getFileName().toString().replaceFirst("\\.(en|es)\\.yaml", "")))
          .allMatch(name -> index.contains(name));
    }
  }

  static List<PackFile> files(String changed, UnaryOperator<String> change) throws IOException {
    var files = new ArrayList<PackFile>();
    try (var paths = Files.walk(FOLDER)) {
      for (var path : paths.filter(file -> file.toString().endsWith(".yaml")).toList()) {
        var name = FOLDER.relativize(path).toString();
        if (!name.startsWith("wording")) {
          var text = Files.readString(path);
          files.add(new PackFile(name, name.equals(changed) ? change.apply(text) : text));
        }
      }
    }
    return files;
  }
}
