package org.healthassistant.assistant.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.knowledge.text.Language;

/// The protocols, ready to be asked.
///
/// A protocol begins where a message states its complaint; it goes on with each answer until
/// nothing that is left to ask could raise the level. Deterministic; safe for any number of
/// threads. The screen reads every message beside it: a danger it finds ends the questions, which
/// is for the caller to see to.
public final class SymptomProtocols {

  /// No protocol asks more often, the same question twice counted twice.
  static final int MOST_ASKED = 3;

  private static final String READING = "reading";
  private static final String UNANSWERED = "-unanswered";

  private final List<Protocol> protocols;
  private final ProtocolWords words;
  private final Cues cues;
  private final Asides asides;
  private final SafeAnswers safe;
  private final Map<String, ComplaintReader> complaints = new HashMap<>();
  private final Map<String, AnswerReader> answers = new HashMap<>();

  private SymptomProtocols(
      List<Protocol> protocols,
      ProtocolWords words,
      Cues cues,
      OtherLanguages languages,
      SafeAnswers safe) {
    this.safe = safe;
    this.protocols = List.copyOf(protocols);
    this.words = words;
    this.cues = cues;
    this.asides = new Asides(cues);
    for (Protocol protocol : protocols) {
      complaints.put(protocol.id(), new ComplaintReader(protocol.complaint(), cues, languages));
      for (Protocol.Question question : protocol.questions()) {
        answers.put(
            key(protocol, question),
            new AnswerReader(question, words.labels(protocol, question, cues.fillers()), cues));
      }
    }
  }

  /// Those that ship with the product.
  ///
  /// @param sentences the sentences of a group in a language by their id; the group is `protocol`
  /// @throws BrokenProtocols if the data shipped is damaged; names every problem
  public static SymptomProtocols builtIn(
      BiFunction<String, Language, Map<String, String>> sentences) {
    ProtocolWords words = new ProtocolWords(sentences);
    ProtocolReader reader = new ProtocolReader(words);
    Cues cues = reader.cues();
    return new SymptomProtocols(
        reader.read(), words, cues, reader.otherLanguages(), reader.safeAnswers());
  }

  /// What a message begins: a question, or at once a disposition where it answers everything that
  /// would be asked. Empty where it states no complaint that there is a protocol for.
  ///
  /// @param before the last protocol that was gone through shortly before; it does not begin
  ///     again. A fragment that follows a fragment is not asked back twice: it goes up.
  public Optional<Hearing> begin(String text, Optional<Progress> before) {
    Words read = Words.of(text, cues.fillers());
    return protocols.stream()
        .filter(protocol -> reader(protocol).states(read))
        .findFirst()
        .flatMap(protocol ->
            before.filter(last -> last.protocol().equals(protocol.id())).isPresent()
                ? again(protocol)
                : Optional.of(begin(protocol, read)));
  }

  private static Optional<Hearing> again(Protocol protocol) {
    Progress progress = new Progress(protocol.id(), "", Map.of(), MOST_ASKED);
    return protocol.fragment()
        ? Optional.of(new Hearing.Left(progress, unanswered(protocol, progress)))
        : Optional.empty();
  }

  private Hearing begin(Protocol protocol, Words read) {
    Progress progress = new Progress(protocol.id(), "", Map.of(), 0);
    for (Protocol.Question question : protocol.questions()) {
      Optional<String> told = answer(protocol, question).readAhead(read);
      if (told.isPresent()) {
        progress = progress.answered(question.id(), told.get());
      }
    }
    return next(protocol, progress);
  }

  /// What a message is to the question that waits.
  ///
  /// @param progress with an open question
  public Hearing hear(Progress progress, String text) {
    if (SafeAnswers.isIts(progress)) {
      return safe.hear(progress, text).orElseGet(Hearing.Aside::new);
    }
    Protocol protocol = protocol(progress);
    Protocol.Question question = question(protocol, progress);
    Words read = Words.of(text, cues.fillers());
    if (read.has(cues.stop())) {
      return new Hearing.Left(progress, unanswered(protocol, progress));
    }
    if (isOther(protocol, question, read)) {
      return new Hearing.Aside();
    }
    if (question.offered().isEmpty()) {
      return inOwnWords(protocol, progress, question, read);
    }
    Optional<String> answer = answer(protocol, question).read(read);
    if (answer.isPresent()) {
      return next(protocol, progress.answered(question.id(), answer.get()));
    }
    if (protocol.fragment() && !reader(protocol).states(read)) {
      return inOwnWords(protocol, progress, question, read);
    }
    if (asides.asks(asides.rest(read))) {
      return new Hearing.Aside();
    }
    return progress.asked() < MOST_ASKED && !protocol.fragment()
        ? new Hearing.Ask(progress.asking(question.id()), true)
        : next(protocol, progress.answered(question.id(), Progress.UNSURE));
  }

  /// What a choice says that came after the question was given up: empty where it is none.
  public Optional<Hearing> hearLate(Progress progress, String text) {
    if (SafeAnswers.isIts(progress)) {
      return safe.hear(progress, text);
    }
    Protocol protocol = protocol(progress);
    Protocol.Question question = question(protocol, progress);
    return answer(protocol, question)
        .read(Words.of(text, cues.fillers()))
        .map(answer -> next(protocol, progress.answered(question.id(), answer)));
  }

  /// A fragment is explained by any words but another fragment.
  private Hearing inOwnWords(
      Protocol protocol, Progress progress, Protocol.Question question, Words read) {
    if (read.isEmpty() || reader(protocol).states(read)) {
      return new Hearing.Left(progress, unanswered(protocol, progress));
    }
    Progress told = progress.answered(question.id(), "told");
    return new Hearing.Done(told, of(protocol, told), true);
  }

  /// Whether a message plainly is about something else: it asks or wants something, states no
  /// complaint, and has no answer in it; or it is only polite.
  private boolean isOther(Protocol protocol, Protocol.Question question, Words read) {
    Words rest = asides.rest(read);
    if (asides.isPolite(read, rest)) {
      return true;
    }
    return (asides.asks(rest) || asides.wants(read, rest))
        && protocols.stream().noneMatch(one -> reader(one).states(read))
        && (question.offered().isEmpty()
            || answer(protocol, question).read(rest).isEmpty());
  }

  private Hearing next(Protocol protocol, Progress progress) {
    Disposition soFar = of(protocol, progress);
    return protocol.questions().stream()
        .filter(question -> !progress.answers().containsKey(question.id()))
        .filter(question -> asksStill(question, soFar.level()))
        .findFirst()
        .filter(question -> progress.asked() < MOST_ASKED)
        .<Hearing>map(question -> new Hearing.Ask(progress.asking(question.id()), false))
        .orElseGet(() -> new Hearing.Done(progress, soFar, false));
  }

  /// Whether an answer could still raise the level; what is to be told in own words is asked as
  /// long as nothing has been told.
  private static boolean asksStill(Protocol.Question question, Level soFar) {
    return question.offered().isEmpty()
        ? soFar == Level.SELF_CARE
        : !soFar.atLeast(question.highest());
  }

  /// What it comes to when the open question stays without an answer: the protocol's own level
  /// for that, or what the answers given came to where that is higher.
  public Disposition unanswered(Progress progress) {
    if (SafeAnswers.isIts(progress)) {
      return SafeAnswers.silence(progress);
    }
    return unanswered(protocol(progress), progress);
  }

  private static Disposition unanswered(Protocol protocol, Progress progress) {
    Disposition soFar = of(protocol, progress);
    return soFar.level().atLeast(protocol.unanswered())
        ? soFar
        : new Disposition(
            protocol.unanswered(),
            protocol.category(),
            "protocol-" + protocol.id() + UNANSWERED,
            "Asked about '" + protocol.id() + "' and got no answer that tells.");
  }

  private static Disposition of(Protocol protocol, Progress progress) {
    Disposition most = new Disposition(
        Level.SELF_CARE, protocol.category(), "protocol-" + protocol.id(), "Nothing urgent told.");
    for (Protocol.Question question : protocol.questions()) {
      String given = progress.answers().get(question.id());
      if (given != null) {
        Optional<Protocol.Choice> choice = question.choice(given);
        Level level = given.equals(Progress.UNSURE)
            ? question.ifUnsure()
            : choice.map(Protocol.Choice::urgency).orElse(Level.SELF_CARE);
        if (!most.level().atLeast(level)) {
          String category = choice.map(Protocol.Choice::category).orElse(null);
          most = new Disposition(
              level,
              category == null ? protocol.category() : category,
              "protocol-" + protocol.id() + "-" + question.id() + "-" + given,
              "Asked about '" + protocol.id() + "': answered '" + given + "' to '" + question.id()
                  + "'. Source: " + protocol.source().name() + ".");
        }
      }
    }
    return most;
  }

  /// That a patient was just asked, by the wording of a danger, whether the person is safe. The
  /// answer is heard like any other.
  ///
  /// @param category of the danger
  public static Progress askedIfSafe(String category) {
    return SafeAnswers.asked(category);
  }

  /// Whether it is the question whether the person is safe that waits.
  public static boolean asksIfSafe(Progress progress) {
    return SafeAnswers.isIts(progress);
  }

  /// That a patient was just asked how they feel, because a reading of theirs was flagged.
  public static Progress askedAboutReading() {
    return new Progress(READING, "", Map.of(), 0).asking("feel");
  }

  /// Whether it is that question that waits, or waited.
  public static boolean asksAboutReading(Progress progress) {
    return progress.protocol().equals(READING);
  }

  /// Whether a finding says what was answered to the question whether the person is safe.
  public static boolean isAnswerIfSafe(String rule) {
    return SafeAnswers.isAnswer(rule);
  }

  /// Whether a finding says that the answer to that question was less than a yes.
  public static boolean isNoIfSafe(String rule) {
    return SafeAnswers.isNo(rule);
  }

  /// Whether a finding says that a question stayed unanswered.
  public static boolean isUnanswered(String rule) {
    return rule.startsWith("protocol-") && rule.endsWith(UNANSWERED);
  }

  /// The open question as it is put to the patient.
  public Prompt prompt(Progress progress, Language language) {
    Protocol protocol = protocol(progress);
    return words.prompt(protocol, question(protocol, progress), language);
  }

  /// Whether the open question is put in all languages.
  public boolean asksInAllLanguages(Progress progress) {
    return question(protocol(progress), progress).inBothLanguages();
  }

  /// The words of the choice that decided the level, or empty: it was not one of them.
  public Optional<String> because(Progress progress, Language language) {
    Protocol protocol = protocol(progress);
    Disposition disposition = of(protocol, progress);
    return protocol.questions().stream()
        .flatMap(question -> question.offered().stream()
            .filter(choice -> disposition
                .rule()
                .equals("protocol-" + protocol.id() + "-" + question.id() + "-" + choice.id()))
            .map(choice -> words.choice(protocol, question, choice, language)))
        .findFirst();
  }

  /// Whether there are still the protocol and the question of a progress kept before.
  public boolean knows(Progress progress) {
    return SafeAnswers.isIts(progress)
        || protocols.stream()
            .filter(one -> one.id().equals(progress.protocol()))
            .anyMatch(one -> progress.question().isEmpty()
                || one.questions().stream().anyMatch(q -> q.id().equals(progress.question())));
  }

  private Protocol protocol(Progress progress) {
    return protocols.stream()
        .filter(one -> one.id().equals(progress.protocol()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("there is no protocol '" + progress.protocol() + "'"));
  }

  private static Protocol.Question question(Protocol protocol, Progress progress) {
    return protocol.questions().stream()
        .filter(one -> one.id().equals(progress.question()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "protocol '" + protocol.id() + "' has no open question '" + progress.question() + "'"));
  }

  private ComplaintReader reader(Protocol protocol) {
    return java.util.Objects.requireNonNull(complaints.get(protocol.id()));
  }

  private AnswerReader answer(Protocol protocol, Protocol.Question question) {
    return java.util.Objects.requireNonNull(answers.get(key(protocol, question)));
  }

  private static String key(Protocol protocol, Protocol.Question question) {
    return protocol.id() + "/" + question.id();
  }
}
