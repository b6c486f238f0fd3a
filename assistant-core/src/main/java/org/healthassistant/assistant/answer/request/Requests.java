package org.healthassistant.assistant.answer.request;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.Medicines;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// Knows requests by their words (`answer/requests.yaml`). A message is one only as a whole: each
/// of its words must belong to it, so that a greeting before a question, or an appointment "for
/// chest pain", is no request. Safe from any thread.
public final class Requests {

  /// The requests of the data file.
  public static final Requests BUILT_IN =
      new Requests(AnswerData.read("requests.yaml", File.class));

  private final File file;
  private final Map<String, List<List<String>>> phrases = new HashMap<>();
  private final List<List<String>> fillers;
  private final Spelling spelling;

  private Requests(File file) {
    this.file = file;
    file.words().forEach((name, texts) -> phrases.put(name, cut(texts)));
    this.fillers = cut(file.fillers());
    Set<String> known = new HashSet<>();
    Stream.concat(phrases.values().stream(), Stream.of(fillers))
        .flatMap(List::stream)
        .forEach(known::addAll);
    this.spelling = new Spelling(known);
  }

  /// The request that a whole message is; empty for any other message.
  public Optional<Request> in(String text) {
    List<String> written = words(text);
    if (written.isEmpty()) {
      return marks(text);
    }
    if (written.size() > file.longest()) {
      return Optional.empty();
    }
    List<String> words = written.stream().map(spelling::mend).toList();
    return file.requests().stream()
        .filter(asked -> isWhole(words, asked))
        .findFirst()
        .map(asked -> new Request(
            asked.said(),
            Optional.ofNullable(asked.in()),
            Boolean.TRUE.equals(asked.recordFirst())));
  }

  /// The keys of what is said to the requests that are known.
  Set<String> all() {
    return file.requests().stream().map(Asked::said).collect(Collectors.toSet());
  }

  private Optional<Request> marks(String text) {
    return file.marks().entrySet().stream()
        .filter(mark -> text.codePoints()
            .anyMatch(point -> mark.getValue().codePoints().anyMatch(one -> one == point)))
        .findFirst()
        .map(mark -> new Request(mark.getKey(), Optional.empty(), false));
  }

  private boolean isWhole(List<String> words, Asked asked) {
    if (asked.unless() != null
        && PhraseMatcher.anyIn(" " + String.join(" ", words) + " ", asked.unless())) {
      return false;
    }
    BitSet covered = new BitSet();
    for (String need : asked.needs()) {
      if (!cover(words, phrasesOf(need), covered)) {
        return false;
      }
    }
    asked.may().forEach(name -> cover(words, phrasesOf(name), covered));
    cover(words, fillers, covered);
    for (int i = 0; i < words.size(); i++) {
      if (isDetail(words, i, asked)) {
        covered.set(i);
      }
    }
    return covered.cardinality() == words.size();
  }

  /// Whether a word is a number or a medicine, or the name after a doctor's title.
  private boolean isDetail(List<String> words, int at, Asked asked) {
    boolean name = Boolean.TRUE.equals(asked.names())
        && (words.get(at).codePoints().allMatch(Character::isDigit)
            || at > 0 && file.titles().contains(words.get(at - 1)));
    return name
        || Boolean.TRUE.equals(asked.medicines())
            && Medicines.BUILT_IN.genericName(words.get(at)).isPresent();
  }

  private List<List<String>> phrasesOf(String name) {
    List<List<String>> found = phrases.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no words '" + name + "' in requests.yaml");
    }
    return found;
  }

  /// Marks the words of every phrase that stands in the message.
  ///
  /// @return whether there was one
  private static boolean cover(List<String> words, List<List<String>> phrases, BitSet covered) {
    boolean found = false;
    for (List<String> phrase : phrases) {
      for (int at = 0; at + phrase.size() <= words.size(); at++) {
        if (words.subList(at, at + phrase.size()).equals(phrase)) {
          covered.set(at, at + phrase.size());
          found = true;
        }
      }
    }
    return found;
  }

  private static List<List<String>> cut(Map<Language, List<String>> texts) {
    return texts.values().stream().flatMap(List::stream).map(Requests::words).toList();
  }

  private static List<String> words(String text) {
    String plain = PhraseMatcher.plain(text).strip();
    return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
  }

  /// The data file.
  ///
  /// @param longest a message of more words is no request
  /// @param marks signs that say something without words, by what they say
  /// @param titles words before a name, such as `dr`
  /// @param fillers phrases that may stand in any request, by language
  /// @param words classes of phrases by name, by language
  private record File(
      int longest,
      Map<String, String> marks,
      Set<String> titles,
      Map<Language, List<String>> fillers,
      Map<String, Map<Language, List<String>>> words,
      List<Asked> requests) {}

  /// One request.
  ///
  /// @param needs classes of which each must stand in the message
  /// @param may classes that may stand beside them
  /// @param unless phrases with which a message is not this one; null for none
  /// @param names whether numbers and a doctor's name may stand in it; null for no
  /// @param medicines whether a medicine may stand in it; null for no
  /// @param recordFirst whether it is none where the record answers; null for no
  /// @param in the language that is asked for; null for none
  private record Asked(
      String said,
      List<String> needs,
      List<String> may,
      @Nullable List<String> unless,
      @Nullable Boolean names,
      @Nullable Boolean medicines,
      @Nullable Boolean recordFirst,
      @Nullable Language in) {}
}
