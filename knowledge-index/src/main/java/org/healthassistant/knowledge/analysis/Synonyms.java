package org.healthassistant.knowledge.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.knowledge.data.DataFile;

/// Groups of words that mean the same to a patient: lay and clinical, short and long, English and
/// Spanish (`synonyms.yaml`). They are applied to a question, never to content.
public final class Synonyms {
  private static final List<Group> GROUPS =
      DataFile.read(Synonyms.class, "synonyms.yaml", File.class).groups();
  private static final Map<String, Synonyms> FROM =
      Map.of("en", new Synonyms("en"), "es", new Synonyms("es"));

  record File(List<Group> groups) {}

  record Group(List<String> en, List<String> es) {
    List<String> of(String language) {
      return language.equals("es") ? es : en;
    }
  }

  private final String language;
  private final Map<List<String>, List<Group>> groups = new HashMap<>();
  private int longest = 1;

  private Synonyms(String language) {
    this.language = language;
    for (Group group : GROUPS) {
      for (String wording : group.of(language)) {
        List<String> terms = Analyzers.terms(wording, language);
        if (!terms.isEmpty()) {
          groups.computeIfAbsent(terms, key -> new ArrayList<>()).add(group);
          longest = Math.max(longest, terms.size());
        }
      }
    }
  }

  /// The synonyms of questions in a language, those of English for a language that has none.
  public static Synonyms from(String language) {
    Synonyms own = FROM.get(language);
    return own == null ? FROM.getOrDefault("en", new Synonyms("en")) : own;
  }

  /// Cuts a question's terms into concepts: the longest wordings of any group first, else single
  /// terms.
  ///
  /// @param terms the question's terms by the analyzer of its language
  /// @param target the language of the content that is searched
  /// @return each part of the question in order, with the other ways to say it in `target`,
  /// analyzed
  public List<Concept> concepts(List<String> terms, String target) {
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

  private List<List<String>> others(List<String> own, String target) {
    Set<List<String>> others = new LinkedHashSet<>();
    for (Group group : groups.getOrDefault(own, List.of())) {
      for (String wording : group.of(target)) {
        List<String> terms = Analyzers.terms(wording, target);
        if (!terms.isEmpty() && !(target.equals(language) && terms.equals(own))) {
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
