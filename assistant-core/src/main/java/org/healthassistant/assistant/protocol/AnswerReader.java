package org.healthassistant.assistant.protocol;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/// Reads which choice of a question a message makes: by number, by its words, by yes or no, or by
/// what people say. Where it makes several, the most urgent counts.
final class AnswerReader {

  private final Cues cues;
  private final Protocol.Question question;
  private final Map<String, Phrases> says = new HashMap<>();
  private final Map<String, Phrases> labels;
  private final Slips slips;

  /// @param labels the words of each choice, of all languages, by its id
  AnswerReader(Protocol.Question question, Map<String, Phrases> labels, Cues cues) {
    this.cues = cues;
    this.question = question;
    this.labels = Map.copyOf(labels);
    slips = Slips.into(
        Stream.of(cues.yes(), cues.no(), cues.none()), cues.numbers().choice().keySet());
    question
        .offered()
        .forEach(choice -> says.put(choice.id(), Phrases.of(choice.says(), cues.fillers())));
  }

  /// The choice made, `unsure`, or empty where the message does not tell.
  Optional<String> read(Words written) {
    Words text = slips.mend(written);
    Optional<Protocol.Choice> said = byNumber(text).or(() -> byLabel(text)).or(() -> byWords(text));
    boolean unsure = text.has(cues.unsure()) || said.isEmpty() && byYesInAList(text);
    return unsure && said.filter(this::outranksUnsure).isEmpty()
        ? Optional.of(Progress.UNSURE)
        : said.map(Protocol.Choice::id);
  }

  /// The choice that a message makes by the way, before it is asked. A single word tells too
  /// little then: `fever` beside a cough does not say that it has lasted for days.
  Optional<String> readAhead(Words text) {
    return mostUrgent(question.offered().stream()
            .filter(choice -> cues.affirmed(text, saying(choice).longer()) || lasted(choice, text))
            .toList())
        .map(Protocol.Choice::id);
  }

  private boolean outranksUnsure(Protocol.Choice choice) {
    return choice.urgency().atLeast(question.ifUnsure());
  }

  private Optional<Protocol.Choice> byNumber(Words text) {
    Set<Integer> numbers = new HashSet<>();
    for (String word : text.forms()) {
      boolean digit = word.length() == 1 && Character.isDigit(word.charAt(0));
      Integer number = digit
          ? Integer.valueOf(Character.digit(word.charAt(0), 10))
          : cues.numbers().choice().get(word);
      if (number != null) {
        numbers.add(number);
      } else if (!cues.numbers().option().contains(word)) {
        return Optional.empty();
      }
    }
    List<Protocol.Choice> offered = question.offered();
    return numbers.stream().allMatch(n -> n >= 1 && n <= offered.size())
        ? mostUrgent(numbers.stream().map(n -> offered.get(n - 1)).toList())
        : Optional.empty();
  }

  private Optional<Protocol.Choice> byLabel(Words text) {
    return question.offered().stream()
        .filter(choice -> text.is(labels.getOrDefault(choice.id(), Phrases.NONE)))
        .findFirst();
  }

  private Optional<Protocol.Choice> byWords(Words text) {
    return mostUrgent(question.offered().stream()
        .filter(choice -> affirmed(choice, text) || lasted(choice, text) || means(choice, text))
        .toList());
  }

  private boolean affirmed(Protocol.Choice choice, Words text) {
    return cues.affirmed(text, saying(choice));
  }

  private Phrases saying(Protocol.Choice choice) {
    return says.getOrDefault(choice.id(), Phrases.NONE);
  }

  private boolean lasted(Protocol.Choice choice, Words text) {
    OptionalDouble days =
        choice.days() == null ? OptionalDouble.empty() : Durations.days(text, cues.numbers());
    return choice.days() != null && days.isPresent() && choice.days().holds(days.getAsDouble());
  }

  private boolean means(Protocol.Choice choice, Words text) {
    return switch (choice.means()) {
      case YES -> text.startsWith(cues.yes());
      case NO -> text.startsWith(cues.no());
      case NONE -> text.startsWith(cues.no()) || text.has(cues.none());
      case null -> false;
    };
  }

  /// A yes to a list says that something of it is so, not what.
  private boolean byYesInAList(Words text) {
    return text.startsWith(cues.yes())
        && question.offered().stream().noneMatch(c -> c.means() == Protocol.Meaning.YES);
  }

  private static Optional<Protocol.Choice> mostUrgent(List<Protocol.Choice> choices) {
    return choices.stream().max(Comparator.comparing(Protocol.Choice::urgency));
  }
}
