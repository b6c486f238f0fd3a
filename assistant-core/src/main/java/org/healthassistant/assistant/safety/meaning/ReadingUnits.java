package org.healthassistant.assistant.safety.meaning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.safety.meaning.Part.Kind;
import org.healthassistant.assistant.safety.text.Lexicon;

/// Cuts messages into the units that the classifier reads.
///
/// A concern must be found whatever stands around it, so besides the whole message its parts are
/// read: without courtesies, and in windows. Everything rests on the canonical words alone; signs
/// that end a sentence only add windows. So case, accents, pictures and look-alikes change
/// nothing, and a message without its signs is read in no way in which it was not read with them.
///
/// Safe for use by any number of threads.
public final class ReadingUnits {

  /// What asks for something about the assistant's own words, such as simpler ones.
  private static final String REQUEST = "function/request";

  /// The most units of a message, those with earlier messages not counted.
  public static final int MOST = 40;

  /// What a piece of a whole message may cost; an id of the classifier costs about 0.8.
  private static final int PIECE = 170;

  /// What neighbouring pieces share.
  private static final int SHARED = 40;

  /// What stands before the seam in a joined text.
  private static final int BEFORE_SEAM = 100;

  /// Of a message that costs more, the beginning and the end are read, half of this each.
  private static final int LONGEST = 2000;

  private static final int LONGEST_WORD = 48;

  /// A message of fewer words says too little to be read as a whole; it is asked back elsewhere.
  /// Courtesies and laughter around so few words say no more: then no rule gives way either.
  private static final int FEWEST_WORDS = 6;

  private final Lexicon lexicon;
  private final CanonicalForm canonical;
  private final Set<String> polite;
  private final Set<String> politeRequests;
  private final Windows windows;

  /// @param polite ids of the concepts that say nothing of what a message is about
  /// @param openers words that begin a clause, in their canonical form
  public ReadingUnits(Lexicon lexicon, Set<String> polite, Set<String> openers) {
    this.lexicon = lexicon;
    this.canonical = new CanonicalForm(lexicon.lookAlikes());
    this.polite = Set.copyOf(polite);
    this.politeRequests =
        Stream.concat(polite.stream(), Stream.of(REQUEST)).collect(Collectors.toSet());
    this.windows = new Windows(openers);
  }

  /// The units of a message.
  ///
  /// @param text the message to decide on
  /// @param context the earlier messages that count, oldest first
  /// @return none for a text without letters and digits, and for one that only asks for other
  ///     words, maybe politely
  public List<Part> cut(String text, List<String> context) {
    if (onlyRequests(text)) {
      return List.of();
    }
    var whole = headAndTail(words(text));
    var bare = headAndTail(bareWords(text, polite));
    var core = bare.isEmpty() ? whole : bare;
    var units = new Found();
    var as = core.size() < FEWEST_WORDS ? Kind.BARE : Kind.WHOLE;
    pieces(whole).forEach(piece -> units.add(as, piece));
    pieces(core).forEach(piece -> units.add(Kind.BARE, piece));
    pieces(corrected(core)).forEach(piece -> units.add(Kind.BARE, piece));
    windows.cut(core, MOST - units.size()).forEach(window -> units.add(Kind.WINDOW, window));
    if (!bare.isEmpty()) {
      join(bare, context, units);
    }
    return units.units;
  }

  private void join(List<CanonicalWord> message, List<String> context, Found units) {
    var earlier = context.stream()
        .map(before -> bareWords(before, polite))
        .filter(words -> !words.isEmpty())
        .toList();
    for (int from : earlier.size() > 1 ? List.of(0, earlier.size() - 1) : List.of(0)) {
      var before = earlier.stream().skip(from).flatMap(List::stream).toList();
      if (!before.isEmpty()) {
        var tail = tail(before, BEFORE_SEAM);
        units.join(tail, head(message, PIECE - cost(tail)));
      }
    }
  }

  private List<CanonicalWord> words(String text) {
    return canonical.words(text).stream()
        .flatMap(word -> ReadingUnits.parts(word).stream())
        .toList();
  }

  /// A word longer than any word in parts.
  private static List<CanonicalWord> parts(CanonicalWord word) {
    var parts = new ArrayList<CanonicalWord>();
    int from = 0;
    while (word.form().length() - from > LONGEST_WORD) {
      int cut = Character.isLowSurrogate(word.form().charAt(from + LONGEST_WORD)) ? 1 : 0;
      int end = from + LONGEST_WORD + cut;
      parts.add(new CanonicalWord(
          word.form().substring(from, end), word.start(), word.end(), from == 0 && word.opens()));
      from = end;
    }
    parts.add(new CanonicalWord(
        word.form().substring(from), word.start(), word.end(), from == 0 && word.opens()));
    return parts;
  }

  private boolean onlyRequests(String text) {
    return !lexicon.spans(text, Set.of(REQUEST)).isEmpty()
        && bareWords(text, politeRequests).isEmpty();
  }

  private List<CanonicalWord> bareWords(String text, Set<String> without) {
    var dropped = new BitSet();
    lexicon.spans(text, without).forEach(span -> dropped.set(span.start(), span.end()));
    if (dropped.isEmpty()) {
      return words(text);
    }
    var left = new ArrayList<CanonicalWord>();
    boolean opens = false;
    for (var word : words(text)) {
      if (dropped.nextClearBit(word.start()) >= word.end()) {
        opens = true;
      } else {
        left.add(new CanonicalWord(word.form(), word.start(), word.end(), opens || word.opens()));
        opens = false;
      }
    }
    return left;
  }

  /// With the slips mended that patients make in words of the lexicon.
  private List<CanonicalWord> corrected(List<CanonicalWord> words) {
    return words.stream()
        .map(word -> new CanonicalWord(
            lexicon.corrected(word.form()), word.start(), word.end(), word.opens()))
        .toList();
  }

  private static List<CanonicalWord> headAndTail(List<CanonicalWord> words) {
    if (cost(words) <= LONGEST) {
      return words;
    }
    var ends = new ArrayList<>(head(words, LONGEST / 2));
    ends.addAll(tail(words, LONGEST / 2));
    return ends;
  }

  private static List<CanonicalWord> head(List<CanonicalWord> words, int most) {
    int end = 0;
    for (int sum = 0; end < words.size() && sum + cost(words.get(end)) <= most; end++) {
      sum += cost(words.get(end));
    }
    return words.subList(0, end);
  }

  private static List<CanonicalWord> tail(List<CanonicalWord> words, int most) {
    int from = words.size();
    for (int sum = 0; from > 0 && sum + cost(words.get(from - 1)) <= most; from--) {
      sum += cost(words.get(from - 1));
    }
    return words.subList(from, words.size());
  }

  /// A text in pieces that the classifier reads whole, each sharing some words with the next.
  private static List<List<CanonicalWord>> pieces(List<CanonicalWord> words) {
    var pieces = new ArrayList<List<CanonicalWord>>();
    int from = 0;
    while (from < words.size()) {
      var piece = head(words.subList(from, words.size()), PIECE);
      pieces.add(piece);
      from += piece.size();
      from -= from < words.size() ? tail(piece, SHARED).size() : 0;
    }
    return pieces;
  }

  /// About how many of the classifier's ids a word takes: more for long ones.
  static int cost(CanonicalWord word) {
    return 1 + (word.form().length() - 1) / 6;
  }

  static int cost(List<CanonicalWord> words) {
    return words.stream().mapToInt(ReadingUnits::cost).sum();
  }

  private static String text(List<CanonicalWord> words) {
    return words.stream().map(CanonicalWord::form).collect(Collectors.joining(" "));
  }

  /// The units found so far; a text that is there in one kind is not read in a lesser one.
  private static final class Found {
    private final List<Part> units = new ArrayList<>();
    private final Set<String> texts = new java.util.HashSet<>();

    private int size() {
      return units.size();
    }

    private void add(Kind kind, List<CanonicalWord> words) {
      var text = text(words);
      var as = words.size() < FEWEST_WORDS ? Kind.WINDOW : kind;
      if (!words.isEmpty() && texts.add(text)) {
        units.add(new Part(as, words.getFirst().start(), words.getLast().end(), text));
      }
    }

    private void join(List<CanonicalWord> before, List<CanonicalWord> message) {
      if (!message.isEmpty()) {
        int start = message.getFirst().start();
        int end = message.getLast().end();
        units.add(new Part(Kind.EARLIER, 0, 0, text(before)));
        units.add(new Part(Kind.JOINED, start, end, text(before) + " " + text(message)));
      }
    }
  }
}
