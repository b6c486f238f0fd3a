package org.healthassistant.assistant.safety.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which sentences the replies of one level consist of.
///
/// A reply has at most four, since more are not read by somebody afraid. The leading category's
/// thing to do comes first, then the lines of other categories (a crisis line is never left out),
/// then what else the leading category says as far as there is room, then who writes and how to
/// reach a person, and last the question whether the person is safe.
///
/// @param close the last sentence but for a question
/// @param passages the first whose category a message has leads; one is [#UNCLEAR]
public record WordingPlan(String close, List<Passage> passages) {

  /// The category of what may be about anything.
  public static final String UNCLEAR = "unclear";

  /// The most sentences of a reply.
  public static final int SENTENCES = 4;

  /// Copies the passages.
  public WordingPlan {
    passages = List.copyOf(passages);
  }

  /// The ids of the sentences of a reply, in order: between two and four.
  ///
  /// @param leading the categories that ask for the level; without any of a passage, or empty,
  ///     the reply names no illness
  /// @param all every category of the message, whose lines are said too
  public List<String> sentences(
      Collection<String> leading, Collection<String> all, Listener listener) {
    Passage lead = lead(leading);
    List<String> own = lead.say(listener);
    Set<String> lines = lines(lead, all);
    Optional<String> ask = lines.isEmpty() ? lead.ask(listener) : Optional.empty();
    int room = SENTENCES - 1 - ask.map(question -> 1).orElse(0);
    Stream<String> first = Stream.concat(own.stream().limit(1), lines.stream());
    List<String> said = new ArrayList<>(
        Stream.concat(first, own.stream().skip(1)).distinct().limit(room).toList());
    said.add(close);
    ask.ifPresent(said::add);
    return said;
  }

  /// The lines of the categories, each once, in the order of the passages.
  public List<String> lines(Collection<String> all) {
    return passages.stream()
        .filter(passage -> all.contains(passage.about()))
        .flatMap(passage -> passage.lineOf().stream())
        .distinct()
        .toList();
  }

  /// Every sentence that a reply of this plan may have.
  public Stream<String> ids() {
    return Stream.concat(Stream.of(close), passages.stream().flatMap(WordingPlan::ids));
  }

  /// Whether there is a passage of the category.
  public boolean tellsOf(String category) {
    return passages.stream().anyMatch(passage -> passage.about().equals(category));
  }

  /// Whether one of the categories asks whether the person is safe.
  public boolean asks(Collection<String> categories) {
    return passages.stream()
        .anyMatch(passage -> passage.ask() != null && categories.contains(passage.about()));
  }

  /// Whether a category asks by that sentence.
  public boolean asks(String category, String sentence) {
    return passages.stream()
        .anyMatch(passage -> passage.about().equals(category) && sentence.equals(passage.ask()));
  }

  /// The ids of the sentences that ask whether a person is safe.
  public Stream<String> questions() {
    return passages.stream()
        .flatMap(passage -> Stream.concat(
            Stream.ofNullable(passage.ask()), Stream.ofNullable(passage.askHelper())));
  }

  private Set<String> lines(Passage lead, Collection<String> all) {
    Set<String> others = new LinkedHashSet<>(lines(all));
    lead.lineOf().ifPresent(others::remove);
    return others;
  }

  private Passage lead(Collection<String> leading) {
    return passages.stream()
        .filter(passage -> leading.contains(passage.about()))
        .findFirst()
        .or(() ->
            passages.stream().filter(passage -> passage.about().equals(UNCLEAR)).findFirst())
        .orElseThrow();
  }

  private static Stream<String> ids(Passage passage) {
    List<String> helper = passage.helper() == null ? List.of() : passage.helper();
    return Stream.of(
            passage.say().stream(),
            helper.stream(),
            Stream.ofNullable(passage.line()),
            Stream.ofNullable(passage.ask()),
            Stream.ofNullable(passage.askHelper()))
        .flatMap(ids -> ids);
  }
}
