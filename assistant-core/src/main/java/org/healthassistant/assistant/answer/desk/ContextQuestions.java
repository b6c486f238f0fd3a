package org.healthassistant.assistant.answer.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.Answer;
import org.healthassistant.assistant.answer.Answer.Action;
import org.healthassistant.assistant.answer.Circumstances;
import org.healthassistant.assistant.answer.Circumstances.Pregnancy;
import org.healthassistant.assistant.answer.ContextKind;
import org.healthassistant.assistant.answer.Exchange;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.context.ContextReader;
import org.healthassistant.assistant.answer.evidence.ContextNeeds.Missing;
import org.healthassistant.assistant.answer.request.ForWhom;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.knowledge.text.Language;

/// Asks back what an answer depends on, at most twice in a row, and understands the reply.
/// Whether the last reply asked is read from its words, so nothing is kept beside the messages.
final class ContextQuestions {

  private static final String KEY = "context.";
  private static final String CHOICE = "context.choice.";
  private static final String DONT_KNOW = "dont-know";
  private static final String WHICH = "context.pregnancy-which";
  private static final int MOST_IN_A_ROW = 2;
  private static final Pattern LETTERED = Pattern.compile("\\b([A-Z]): (.+?)\\.(?= |$)");

  private final FixedReplies replies;

  ContextQuestions(FixedReplies replies) {
    this.replies = replies;
  }

  /// The question back.
  Answer ask(Question question, Missing missing) {
    List<String> choices = Stream.concat(missing.choices().stream(), Stream.of(DONT_KNOW))
        .map(choice -> replies.text(CHOICE + choice, question.language()))
        .toList();
    return asked(question, KEY + missing.kind().key(), choices);
  }

  /// Asks which of the two it is, after a bare yes to whether somebody is pregnant or nurses.
  Answer askWhich(Question question) {
    return asked(
        question,
        WHICH,
        Stream.of("pregnant", "nursing", DONT_KNOW)
            .map(choice -> replies.text(CHOICE + choice, question.language()))
            .toList());
  }

  private Answer asked(Question question, String key, List<String> choices) {
    return EvidenceAnswerDesk.said(
        Action.CLARIFY,
        question.language(),
        List.of(replies.say(key, question.language())),
        choices);
  }

  /// The question with what the conversation tells of the person it is about. Of another person
  /// in it nothing is taken over, and of another complaint not how long it has been going on.
  Question informed(Question question) {
    ForWhom whom = ForWhom.of(question.text(), question.earlier());
    Circumstances told = Circumstances.NONE;
    List<String> earlier = question.earlier();
    for (int at = 0; at < earlier.size(); at++) {
      if (ForWhom.of(earlier.get(at), earlier.subList(0, at)) == whom) {
        Circumstances stated = ContextReader.BUILT_IN.stated(earlier.get(at));
        boolean same = ContextReader.BUILT_IN.isOfSame(earlier.get(at), question.text());
        told = told.and(same ? stated : stated.ofPerson());
      }
    }
    return question.knowing(
        told.and(question.told()).and(ContextReader.BUILT_IN.stated(question.text())), true);
  }

  /// What a message goes on with, where it replies to what we asked: the question that was asked
  /// first, with what was told since. Empty where it is a message of its own.
  ///
  /// @param bare whether a message names no topic: such a one is no message of its own
  Optional<Continued> continued(Question question, Predicate<String> bare) {
    List<Exchange> talk = question.talk();
    int first = talk.size();
    while (first > 0 && asked(talk.get(first - 1)).isPresent()) {
      first--;
    }
    if (first == talk.size()) {
      return Optional.empty();
    }
    Circumstances told = question.told();
    boolean unknown = false;
    boolean which = false;
    for (int at = first; at < talk.size(); at++) {
      String reply = at + 1 < talk.size() ? talk.get(at + 1).said() : question.text();
      ContextKind kind = asked(talk.get(at)).orElseThrow();
      Optional<Circumstances> read = read(kind, talk.get(at).replied(), reply)
          .or(() -> bare.test(reply) ? Optional.of(Circumstances.unknown(kind)) : Optional.empty());
      if (read.isEmpty()) {
        return Optional.empty();
      }
      told = told.and(read.get());
      unknown |= read.get().equals(Circumstances.unknown(kind));
      which = kind == ContextKind.PREGNANCY
          && read.get().pregnancy().filter(Pregnancy.EITHER::equals).isPresent()
          && !PhraseMatcher.plain(reply).contains(" pregnant ")
          && !PhraseMatcher.plain(reply).contains(" embarazada ");
    }
    boolean last = talk.size() - first >= MOST_IN_A_ROW;
    boolean more = !unknown && !told.narrows() && !last;
    Question base = question.asking(talk.get(first).said(), talk.subList(0, first));
    return Optional.of(new Continued(base.knowing(told, more), unknown, which && !last));
  }

  /// @param question the one that is answered now
  /// @param unknown whether something that was asked is not known
  /// @param which whether a yes was said to two things, so that it is asked which
  record Continued(Question question, boolean unknown, boolean which) {}

  private Optional<ContextKind> asked(Exchange exchange) {
    return Stream.of(ContextKind.values())
        .filter(kind -> asked(exchange, KEY + kind.key())
            || kind == ContextKind.PREGNANCY && asked(exchange, WHICH))
        .findFirst();
  }

  private boolean asked(Exchange exchange, String key) {
    return Stream.of(Language.values())
        .anyMatch(language -> exchange.replied().contains(replies.text(key, language)));
  }

  /// A reply by a choice, its letter, or in own words.
  private Optional<Circumstances> read(ContextKind kind, String replied, String reply) {
    Circumstances besides = ContextReader.BUILT_IN.stated(reply).ofPerson();
    Optional<Circumstances> told = choice(kind, lettered(replied, reply).orElse(reply))
        .or(() -> ContextReader.BUILT_IN.answer(kind, reply).map(besides::and));
    boolean other = told.isEmpty() && !besides.equals(Circumstances.NONE);
    return other && !ContextReader.BUILT_IN.asks(reply)
        ? Optional.of(besides.and(Circumstances.unknown(kind)))
        : told;
  }

  /// The choice that stands beside a letter in our question.
  private static Optional<String> lettered(String replied, String reply) {
    String letter = PhraseMatcher.plain(reply).strip();
    Matcher choices = LETTERED.matcher(replied);
    while (choices.find()) {
      if (choices.group(1).toLowerCase(Locale.ROOT).equals(letter)) {
        return Optional.of(choices.group(2));
      }
    }
    return Optional.empty();
  }

  private Optional<Circumstances> choice(ContextKind kind, String reply) {
    String plain = PhraseMatcher.plain(reply);
    for (Language language : Language.values()) {
      if (plain.equals(choiceText(DONT_KNOW, language))) {
        return Optional.of(Circumstances.unknown(kind));
      }
      for (String choice : ContextReader.BUILT_IN.choices(kind)) {
        if (plain.equals(choiceText(choice, language))) {
          return Optional.of(ContextReader.BUILT_IN.chosen(kind, choice));
        }
      }
    }
    return Optional.empty();
  }

  private String choiceText(String choice, Language language) {
    return PhraseMatcher.plain(replies.text(CHOICE + choice, language));
  }
}
