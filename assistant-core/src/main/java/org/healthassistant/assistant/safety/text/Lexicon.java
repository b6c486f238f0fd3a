package org.healthassistant.assistant.safety.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All concepts, ready to be found in patients' texts, whatever their language and spelling.
///
/// Safe for use by any number of threads.
public final class Lexicon {

  /// Concepts that the reading itself needs; a lexicon without one of them is refused.
  public static final List<String> NEEDED = List.of(
      "cue/negated",
      "cue/not-a-negation",
      "cue/contrast",
      "cue/list",
      "cue/and",
      "cue/denies",
      "cue/denied-after",
      "cue/never",
      "cue/compared",
      "symptom/letter-finding",
      "cue/speaker",
      "function/filler",
      "function/carrier");

  private final List<Concept> concepts = new ArrayList<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<Integer, String> lookAlikes;
  private final Vocabulary vocabulary;
  private final MessageTokenizer words;
  private final Trie trie;
  private final NumberReader readings;

  /// What a lexicon is made of besides its concepts.
  ///
  /// @param lookAlikes from a character to the letters it looks like
  /// @param shorthand from a phrase to the phrase it stands for
  /// @param ordinary words that only resemble words of the lexicon
  public record Spelling(
      Map<String, String> lookAlikes, Map<String, String> shorthand, Collection<String> ordinary) {

    /// Copies what it is given.
    public Spelling {
      lookAlikes = Map.copyOf(lookAlikes);
      shorthand = new LinkedHashMap<>(shorthand);
      ordinary = List.copyOf(ordinary);
    }
  }

  /// Finds the concepts that no list of words can hold, because they are numbers: a blood
  /// pressure, a count of tablets.
  ///
  /// Safe for use by any number of threads.
  public interface NumberReader {

    /// Finds nothing.
    NumberReader NONE = new NumberReader() {
      @Override
      public Set<String> concepts() {
        return Set.of();
      }

      @Override
      public Set<String> words() {
        return Set.of();
      }

      @Override
      public Set<String> numberWords() {
        return Set.of();
      }

      @Override
      public List<Spot> read(AnnotatedText text) {
        return List.of();
      }
    };

    /// The ids of all concepts it may find, such as `reading/pressure-crisis`.
    Set<String> concepts();

    /// The ids of the lexicon's concepts it looks for, such as `measure/pressure`.
    Set<String> words();

    /// Words that are numbers from two on, folded; each is also any number (`#num`) to the
    /// lexicon.
    Set<String> numberWords();

    /// What it finds in a text, in any order; empty when there is nothing.
    List<Spot> read(AnnotatedText text);

    /// A place where such a concept stands.
    ///
    /// @param concept its id, one of [#concepts()]
    /// @param first its first word
    /// @param end the word just behind its last
    record Spot(String concept, int first, int end) {}
  }

  /// A lexicon of words only.
  ///
  /// @param all every concept once, those in [#NEEDED] among them
  /// @throws IllegalArgumentException if a needed concept is missing
  public Lexicon(Collection<Concept> all, Spelling spelling) {
    this(all, spelling, NumberReader.NONE);
  }

  /// A lexicon that finds readings too.
  ///
  /// @param all every concept once, those in [#NEEDED] and those of the readings among them
  /// @param readings finds what is written as a number
  /// @throws IllegalArgumentException if a needed concept is missing
  public Lexicon(Collection<Concept> all, Spelling spelling, NumberReader readings) {
    var lookAlikes = new HashMap<Integer, String>();
    spelling.lookAlikes().forEach((sign, letters) -> lookAlikes.put(sign.codePointAt(0), letters));
    this.lookAlikes = Map.copyOf(lookAlikes);
    var tokeniser = new Tokeniser(new Folding(lookAlikes));
    var entries = new LinkedHashMap<List<String>, List<String>>();
    spelling
        .shorthand()
        .forEach((from, to) -> entries.put(forms(tokeniser, from), forms(tokeniser, to)));
    var shorthand = new Shorthand(entries);

    var numberWords = readings.numberWords();
    var phrases = new LinkedHashMap<Integer, Set<List<String>>>();
    for (var concept : all) {
      int number = concepts.size();
      concepts.add(concept);
      numbers.put(concept.id(), number);
      var folded = new LinkedHashSet<List<String>>();
      concept
          .phrases()
          .forEach(phrase -> folded.add(shorthand.expand(tokeniser.words(phrase)).stream()
              .map(word -> numberWords.contains(word.form()) ? Vocabulary.NUMBER : word.form())
              .toList()));
      phrases.put(number, folded);
    }
    NEEDED.forEach(this::number);
    readings.concepts().forEach(this::number);
    readings.words().forEach(this::number);
    this.readings = readings;
    this.vocabulary = vocabulary(phrases.values(), tokeniser, spelling.ordinary(), numberWords);
    this.words = new MessageTokenizer(tokeniser, shorthand, vocabulary);
    this.trie = trie(phrases, vocabulary);
  }

  private static Vocabulary vocabulary(
      Collection<Set<List<String>>> phrases,
      Tokeniser tokeniser,
      Collection<String> ordinary,
      Set<String> numberWords) {
    var all = new LinkedHashSet<String>();
    phrases.forEach(set -> set.forEach(all::addAll));
    var left = new HashSet<String>();
    ordinary.forEach(word -> left.addAll(forms(tokeniser, word)));
    return new Vocabulary(all, left, numberWords);
  }

  private Trie trie(Map<Integer, Set<List<String>>> phrases, Vocabulary vocabulary) {
    var fillers = new HashSet<Integer>();
    phrases
        .getOrDefault(number("function/filler"), Set.of())
        .forEach(phrase -> fillers.add(idOf(phrase.getFirst(), vocabulary)));
    var built = new Trie(fillers);
    phrases.forEach((concept, set) -> set.forEach(phrase ->
        built.add(phrase.stream().map(word -> idOf(word, vocabulary)).toList(), concept)));
    return built;
  }

  private static int idOf(String word, Vocabulary vocabulary) {
    var id = vocabulary.id(word);
    if (id == null) {
      throw new IllegalStateException("a word of the lexicon is missing from its vocabulary");
    }
    return id;
  }

  private static List<String> forms(Tokeniser tokeniser, String phrase) {
    return tokeniser.words(phrase).stream().map(Word::form).toList();
  }

  /// The number of a concept, which hits carry.
  ///
  /// @throws IllegalArgumentException if there is none of that id
  public int number(String id) {
    var number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException("the lexicon has no concept '" + id + "'");
    }
    return number;
  }

  /// The ids of all concepts.
  public Set<String> ids() {
    return Set.copyOf(numbers.keySet());
  }

  Concept concept(int number) {
    return concepts.get(number);
  }

  /// Reads messages of one patient, oldest first, as one text with seams.
  public AnnotatedText read(List<String> messages) {
    return read(messages, 0);
  }

  /// Reads the last of the messages in every way that may decide on it: after the others with
  /// seams, by itself, and run on from the others; each as written and **bare**, without the
  /// words of these concepts, where it has some.
  ///
  /// A word keeps the number of its message in all of them, and its place in that message.
  ///
  /// @param dropped ids of the concepts that say nothing of what the message is about
  public List<AnnotatedText> readings(List<String> messages, Set<String> dropped) {
    int last = messages.size() - 1;
    var written = new ArrayList<AnnotatedText>();
    written.add(read(messages, 0));
    if (last > 0) {
      written.add(read(messages, last));
      written.add(
          annotate(written.getFirst().tokens().stream().map(Token::runOn).toList()));
    }
    var all = new ArrayList<>(written);
    written.forEach(reading -> bare(reading, dropped).ifPresent(all::add));
    return all;
  }

  /// The same text without the words of these concepts; empty when there are none of them, or
  /// nothing else.
  private Optional<AnnotatedText> bare(AnnotatedText reading, Set<String> dropped) {
    var left = BareWords.of(reading, dropped);
    return left.size() == reading.size() || left.isEmpty()
        ? Optional.empty()
        : Optional.of(annotate(left));
  }

  private AnnotatedText read(List<String> messages, int first) {
    var tokens = new ArrayList<Token>();
    for (int message = first; message < messages.size(); message++) {
      tokens.addAll(words.tokens(messages.get(message), message));
    }
    return annotate(tokens);
  }

  private AnnotatedText annotate(List<Token> tokens) {
    var found = find(tokens);
    var text = new AnnotatedText(this, tokens, found);
    var spots = readings.read(text);
    if (spots.isEmpty()) {
      return text;
    }
    var all = new ArrayList<>(found);
    spots.forEach(spot -> all.add(new Hit(number(spot.concept()), spot.first(), spot.end())));
    all.sort(Comparator.comparingInt(Hit::first));
    return new AnnotatedText(this, tokens, all);
  }

  /// From a character to the letters it looks like; to an empty text where it is invisible.
  public Map<Integer, String> lookAlikes() {
    return lookAlikes;
  }

  /// A canonical word with its spelling mended, where it is a misspelt word of this lexicon; else
  /// as it is. May be two words.
  public String corrected(String form) {
    return vocabulary.corrected(form);
  }

  /// Where the words of these concepts stand in a text, as they would be dropped from it: offsets
  /// in UTF-16 units, each with the one just behind it, in order.
  public List<Span> spans(String text, Set<String> concepts) {
    var reading = read(List.of(text));
    var covered = new BitSet();
    concepts.forEach(concept -> covered.or(reading.words(concept)));
    return covered.stream()
        .mapToObj(word -> new Span(reading.start(word), reading.end(word)))
        .toList();
  }

  /// A stretch of a text.
  public record Span(int start, int end) {}

  /// Whether what stands between two offsets of a text is denied by the words before it, whatever
  /// stands there.
  public boolean denied(String text, int start, int end) {
    return NegationProbe.isDenied(this, words.tokens(text, 0), start, end);
  }

  List<Hit> find(List<Token> tokens) {
    return trie.find(tokens);
  }

  /// The number of some concept that is neither cue, mask nor function word.
  int anyContent() {
    return numbers.values().stream()
        .filter(number -> concept(number).content())
        .findFirst()
        .orElseThrow();
  }
}
