package org.healthassistant.assistant.safety;

import java.util.ArrayList;
import java.util.List;
import org.healthassistant.assistant.safety.rules.LexiconReader;
import org.healthassistant.assistant.safety.rules.PackFile;
import org.healthassistant.assistant.safety.rules.PackFiles;
import org.healthassistant.assistant.safety.rules.PackIndex;
import org.healthassistant.assistant.safety.text.Lexicon;

/// The lexicon and the rules, checked and ready to be applied.
public final class RulePack {

  private static final String INDEX = "pack.yaml";

  private final String id;
  private final Lexicon lexicon;
  private final List<Rule> rules;
  private final List<String> languages;

  private RulePack(String id, Lexicon lexicon, List<Rule> rules, List<String> languages) {
    this.id = id;
    this.lexicon = lexicon;
    this.rules = List.copyOf(rules);
    this.languages = languages;
  }

  /// The pack that ships with the product.
  ///
  /// @throws BrokenRulePack if the data shipped is damaged; names every problem
  public static RulePack builtIn() {
    var files = new ArrayList<PackFile>();
    files.add(PackFile.resource(INDEX));
    var index = index(new PackFiles(files));
    index.files().forEach(name -> files.add(PackFile.resource(name)));
    return load(files);
  }

  /// Checks and compiles a pack.
  ///
  /// @param files `pack.yaml`, which lists the others, and everything it lists
  /// @throws BrokenRulePack if anything is missing, unknown or malformed; names every problem
  ///     of the lexicon, or when the lexicon is sound every problem of the rules
  public static RulePack load(List<PackFile> files) {
    var given = new PackFiles(files);
    var index = index(given);
    var lexicon = new LexiconReader(given, index).read();
    var rules = new RuleReader(given, index, lexicon).read();
    return new RulePack(given.hash(), lexicon, rules, index.languages());
  }

  private static PackIndex index(PackFiles files) {
    var index = files.read(INDEX, PackIndex.class);
    files.failOnProblems();
    return index.orElseThrow();
  }

  /// A hash over all of the pack's data: 16 hexadecimal digits.
  public String id() {
    return id;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  List<Rule> rules() {
    return rules;
  }

  List<String> languages() {
    return languages;
  }
}
