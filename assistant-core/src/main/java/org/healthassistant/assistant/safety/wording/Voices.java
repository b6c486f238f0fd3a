package org.healthassistant.assistant.safety.wording;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.safety.rules.PackFile;
import org.healthassistant.assistant.safety.rules.PackFiles;
import org.healthassistant.knowledge.text.Language;

/// Tells from a message whether the person in danger is somebody else (`my husband is gray`), so
/// that the reply speaks to the helper.
///
/// Where the message speaks of the writer too, the writer counts as the one in danger: sentences
/// to that person fit a helper better than the other way round. Decides nothing but the wording.
public final class Voices {

  private static final String FILE = "wording/voice.yaml";
  /// So many words may stand between `my` and whom it is about: `my 5 week old baby`.
  private static final int BETWEEN = 4;

  private final Map<Language, Words> languages;

  private Voices(Map<Language, Words> languages) {
    this.languages = languages;
  }

  /// The words that ship with the product.
  ///
  /// @throws org.healthassistant.assistant.safety.rules.BrokenRulePack if the file is damaged;
  ///     names every problem
  public static Voices builtIn() {
    var files = new PackFiles(List.of(PackFile.resource(FILE)));
    var read = files.read(FILE, File.class);
    files.failOnProblems();
    var words = read.orElseThrow().words();
    return new Voices(Language.each(language -> language.pick(words).folded()));
  }

  /// Whether the message is about somebody else's danger.
  ///
  /// @param language of the reply; a message in another is taken to be about its writer
  public boolean isAboutAnother(String message, Language language) {
    var said = split(message);
    var words = language.pick(languages);
    return words.another(said) && !words.self(said);
  }

  private static List<String> split(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (char character : (plain + " ").toCharArray()) {
      if (Character.isLetterOrDigit(character)) {
        word.append(character);
      } else if (!isSilent(character) && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  /// Accents taken off a letter, and apostrophes: `I'm` is read as `im`.
  private static boolean isSilent(char character) {
    return character == '\''
        || character == '’'
        || Character.getType(character) == Character.NON_SPACING_MARK;
  }

  /// The data file.
  private record File(Map<Language, Words> words) {}

  /// The words of a language.
  ///
  /// @param others persons and pronouns that another is named by
  /// @param self words by which somebody speaks of themselves
  /// @param own words for what is one's own, which count as `self` unless one of `others` follows
  /// @param asides how a helper speaks of themselves: not counted
  /// @param reporting what follows a person who only says something
  private record Words(
      Set<String> others,
      Set<String> self,
      Set<String> own,
      List<String> asides,
      Set<String> reporting) {

    private Words folded() {
      return new Words(
          folded(others),
          folded(self),
          folded(own),
          asides.stream().map(aside -> String.join(" ", split(aside))).toList(),
          folded(reporting));
    }

    private static Set<String> folded(Set<String> words) {
      return words.stream()
          .flatMap(word -> split(word).stream())
          .collect(Collectors.toUnmodifiableSet());
    }

    private boolean another(List<String> said) {
      for (int at = 0; at < said.size(); at++) {
        boolean reports = at + 1 < said.size() && reporting.contains(said.get(at + 1));
        if (others.contains(said.get(at)) && !reports) {
          return true;
        }
      }
      return false;
    }

    private boolean self(List<String> said) {
      for (int at = 0; at < said.size(); at++) {
        boolean speaker = self.contains(said.get(at)) && !isAside(said, at);
        if (speaker || own.contains(said.get(at)) && !isOfAnother(said, at)) {
          return true;
        }
      }
      return false;
    }

    private boolean isOfAnother(List<String> said, int at) {
      return said.subList(at, Math.min(said.size(), at + 1 + BETWEEN)).stream()
          .anyMatch(others::contains);
    }

    /// Whether the word at a place is one of an aside's.
    private boolean isAside(List<String> said, int at) {
      return asides.stream().anyMatch(aside -> {
        var words = List.of(aside.split(" "));
        return Stream.iterate(at, from -> from - 1)
            .limit(words.size())
            .filter(from -> from >= 0 && from + words.size() <= said.size())
            .anyMatch(from -> said.subList(from, from + words.size()).equals(words));
      });
    }
  }
}
