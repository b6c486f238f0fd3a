package org.healthassistant.knowledge.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.knowledge.data.DataFile;
import org.healthassistant.knowledge.text.Language;

/// Groups of words that mean the same to a patient: lay and clinical, short and long, of each
/// language (`synonyms.yaml`). They are applied to a question, never to content.
public final class Synonyms {
  private static final List<Map<Language, List<String>>> GROUPS =
      DataFile.read(Synonyms.class, "synonyms.yaml", File.class).groups();
  private static final Map<Language, Synonyms> FROM = Language.each(Synonyms::new);

  record File(List<Map<Language, List<String>>> groups) {}

  private final Language language;
  private final Map<List<String>, List<Map<Language, List<String>>>> groups = new HashMap<>();
  private int longest = 1;

  private Synonyms(Language language) {
    this.language = language;
    for (Map<Language, List<String>> group : GROUPS) {
      for (String wording : language.pick(group)) {
        List<String> terms = Analyzers.terms(wording, language);
        if (!terms.isEmpty()) {
          groups.computeIfAbsent(terms, key -> new ArrayList<>()).add(group);
          longest = Math.max(longest, terms.size());
        }
      }
    }
  }

  /// All wordings of a language.
  static List<String> wordings(Language language) {
    return GROUPS.stream().flatMap(group -> language.pick(group).stream()).toList();
  }

  /// The synonyms of questions in a language.
  public static Synonyms from(Language language) {
    return language.pick(FROM);
  }

  /// Cuts a question's terms into concepts: the longest wordings of any group first, else single
  /// terms.
  ///
  /// @param terms the question's terms by the analyzer of its language
  /// @param target the language of the content that is searched
  /// @return each part of the question in order, with the other ways to say it in `target`,
  /// analyzed
  public List<Concept> concepts(List<String> terms, Language target) {
    List<Concept> concepts = new ArrayList<>();
    int next = 0;
    while (next < terms.size()) {
      int length = Math.min(longest, terms.size() - next);
      while (length > 1 && !groups.containsKey(terms.subList(next, next + length))) {
        length--;
      }
      List<String> own = List.copyOf(terms.subList(next, next + length));
      concepts.add(new Concept(own, others(own, target)));
      next += length;
    }
    return concepts;
  }

  private List<List<String>> others(List<String> own, Language target) {
    Set<List<String>> others = new LinkedHashSet<>();
    for (Map<Language, List<String>> group : groups.getOrDefault(own, List.of())) {
      for (String wording : target.pick(group)) {
        List<String> terms = Analyzers.terms(wording, target);
        if (!terms.isEmpty() && !(target == language && terms.equals(own))) {
          others.add(terms);
        }
      }
    }
    return List.copyOf(others);
  }

  /// One part of a question.
  ///
  /// @param own its terms as asked
  /// @param others the other ways to say it, each a list of terms; may be empty
  public record Concept(List<String> own, List<List<String>> others) {
    /// Copies the lists.
    public Concept {
      own = List.copyOf(own);
      others = List.copyOf(others);
    }
  }
}
