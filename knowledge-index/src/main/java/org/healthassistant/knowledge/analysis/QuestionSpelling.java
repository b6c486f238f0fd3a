package org.healthassistant.knowledge.analysis;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.healthassistant.knowledge.text.Language;

/// Mends the spelling of questions by the words of a library. The words of each language are read
/// when they are first asked for. Safe for use by any number of threads.
public final class QuestionSpelling {

  private final Function<Language, Texts> texts;
  private final BiPredicate<Language, String> isWord;
  private final Map<Language, Respelling> byLanguage = new ConcurrentHashMap<>();

  /// What a library says in a language.
  ///
  /// @param told texts that are well spelt: titles, questions, bodies
  /// @param names other names of its topics, with slips as people make them among them
  /// @param others texts of other languages, whose words are no slips
  public record Texts(
      Collection<String> told, Collection<String> names, Collection<String> others) {

    /// Copies the lists.
    public Texts {
      told = List.copyOf(told);
      names = List.copyOf(names);
      others = List.copyOf(others);
    }
  }

  /// @param isWord whether a word in small letters is known to be one of a language
  public QuestionSpelling(Function<Language, Texts> texts, BiPredicate<Language, String> isWord) {
    this.texts = texts;
    this.isWord = isWord;
  }

  /// A question with its misspelt words mended; empty where it has none.
  public Optional<String> mended(String question, Language language) {
    return byLanguage.computeIfAbsent(language, this::read).mended(question);
  }

  private Respelling read(Language language) {
    Texts own = texts.apply(language);
    Predicate<String> known = word -> isWord.test(language, word);
    List<String> told = new ArrayList<>(own.told());
    own.names().stream()
        .flatMap(name -> Respelling.words(name).stream())
        .filter(known.or(QuestionSpelling::hasAccent))
        .forEach(told::add);
    return new Respelling(language, told, own.others(), known);
  }

  /// Who writes accents spells with care.
  private static boolean hasAccent(String word) {
    return !Normalizer.isNormalized(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
  }
}
