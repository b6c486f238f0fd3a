package org.healthassistant.assistant.answer.model;

import dev.langchain4j.data.message.ChatMessage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.evidence.Evidence;
import org.healthassistant.assistant.answer.extractive.ExtractiveWriter;
import org.healthassistant.assistant.answer.grounding.GroundingCheck;
import org.healthassistant.assistant.library.ReadingLevel;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.connector.model.ModelReply;
import org.healthassistant.connector.record.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a language model write from the evidence and shows, while it writes, what the evidence
/// supports and what has the form of an answer.
///
/// The model is a writer only. It never sees more than the question and the evidence; what it
/// says of the patient is replaced by the computed fact; what it leaves out is completed by
/// vetted sentences. Where a model is broken the next is asked, or the rules write. What of the
/// record is sent is told before, since it has left the house whatever comes of it; a question
/// that cannot be cleaned of who asks is not sent.
public final class ModelWriter {

  private static final Logger LOG = LoggerFactory.getLogger(ModelWriter.class);

  private static final double HARD_TEXT = 6;

  private static final Duration SHORTEST = Duration.ofSeconds(2);

  /// What is kept of the budget for the work after the model.
  private static final Duration RESERVE = Duration.ofSeconds(1);

  /// What a reply came to that says nothing against the model.
  private static final Set<String> WORKED =
      Set.of("finished", ModelReply.ENOUGH, "length", "content_filter");

  private final List<WritingModel> models;
  private final ModelWriterSettings settings;
  private final Predicate<String> externalConsent;
  private final Function<String, Optional<Person>> persons;
  private final ClinicalClock clock;
  private final ExtractiveWriter rules;
  private final GroundingCheck check;
  private final MeterRegistry meters;

  /// @param models in the order in which they are asked; none: the rules write
  /// @param externalConsent whether a patient has consented to models that are not local
  public ModelWriter(
      List<WritingModel> models,
      ModelWriterSettings settings,
      Predicate<String> externalConsent,
      Function<String, Optional<Person>> persons,
      ClinicalClock clock,
      ExtractiveWriter rules,
      GroundingCheck check,
      MeterRegistry meters) {
    this.models = List.copyOf(models);
    models.forEach(model -> Gauge.builder(
            "assistant.model.open", model, each -> each.circuit().isOpen() ? 1 : 0)
        .tag("model", model.name())
        .register(meters));
    this.settings = settings;
    this.externalConsent = externalConsent;
    this.persons = persons;
    this.clock = clock;
    this.rules = rules;
    this.check = check;
    this.meters = meters;
  }

  /// The model's name; empty when there is none.
  public Optional<String> name() {
    return models.stream().findFirst().map(WritingModel::name);
  }

  /// How long the model may take; empty without one.
  public Optional<Duration> timeout() {
    return models.isEmpty() ? Optional.empty() : Optional.of(settings.timeout());
  }

  /// What the model wrote and the evidence supports, completed; empty: the rules have to write.
  ///
  /// @param showing gets each sentence once it stands, in order, on another thread while the
  ///     model writes; nothing after the return, and nothing where the result is empty
  public Optional<Text> write(
      Question question, Evidence evidence, Consumer<DraftSentence> showing) {
    long begun = System.nanoTime();
    for (WritingModel model : models) {
      Duration budget = question.budget().minus(RESERVE).minusNanos(System.nanoTime() - begun);
      Duration wait = budget.compareTo(settings.timeout()) < 0 ? budget : settings.timeout();
      if (wait.compareTo(SHORTEST) < 0 || !isPermitted(model, question)) {
        continue;
      }
      Attempt attempt = new Attempt(model, question, evidence, wait);
      if (attempt.asked.isEmpty()) {
        count(model, "not-cleaned");
        return Optional.empty();
      }
      if (!model.circuit().enter()) {
        count(model, "circuit-open");
        continue;
      }
      Optional<Text> text = attempt.write(showing);
      if (text.isPresent() || attempt.worked) {
        return text;
      }
    }
    return Optional.empty();
  }

  private boolean isPermitted(WritingModel model, Question question) {
    return question.modelMayBeUsed()
        && (model.local() || externalConsent.test(question.subject().id()));
  }

  /// One question to one model.
  private final class Attempt {

    private final WritingModel model;
    private final Question question;
    private final Evidence evidence;
    private final Duration wait;
    private final SentEvidence sent;
    private final Optional<String> asked;
    private boolean worked;

    Attempt(WritingModel model, Question question, Evidence evidence, Duration wait) {
      this.model = model;
      this.question = question;
      this.evidence = evidence;
      this.wait = wait;
      boolean hides = settings.deIdentify();
      Optional<Person> person = hides ? persons.apply(question.subject().id()) : Optional.empty();
      this.sent = new SentEvidence(evidence, hides, person, clock.today());
      this.asked = sent.asked();
    }

    Optional<Text> write(Consumer<DraftSentence> showing) {
      List<ChatMessage> messages = sent.messages(asked.orElseThrow());
      sent.disclosed(model).forEach(question.disclosing());
      GatheredAnswer gathered = new GatheredAnswer(evidence, rules.own(evidence), showing);
      ReplyReader reader =
          new ReplyReader(sent.sources(), evidence.section().language(), check, meters, gathered);
      String outcome = "broken";
      try {
        ModelReply reply = ModelReply.write(model.chat(), messages, wait, reader);
        if (reply instanceof ModelReply.Finished) {
          reader.end();
        }
        outcome = outcome(reply);
      } catch (RuntimeException broken) {
        // What was shown stays; what is left to say the vetted sentences complete.
        // Not its message: it may hold what was sent.
        LOG.warn("ANS-006: {} broke off ({})", model.name(), broken.getClass().getName());
      } finally {
        worked = WORKED.contains(outcome);
        model.circuit().told(worked);
        count(model, outcome);
      }
      List<DraftSentence> lines = gathered.finish();
      if (lines.isEmpty()) {
        LOG.warn("ANS-002: {} wrote nothing that can be shown ({})", model.name(), outcome);
        return Optional.empty();
      }
      return Optional.of(text(lines, evidence));
    }
  }

  private static String outcome(ModelReply reply) {
    return switch (reply) {
      case ModelReply.Finished finished -> "finished";
      case ModelReply.CutShort cut -> cut.reason();
      case ModelReply.Failed failed -> failed.code();
    };
  }

  private Text text(List<DraftSentence> lines, Evidence evidence) {
    String all = lines.stream().map(DraftSentence::text).collect(Collectors.joining(" "));
    boolean hard = ReadingLevel.grade(all, evidence.section().language())
        .filter(grade -> grade > HARD_TEXT)
        .isPresent();
    if (hard) {
      meters.counter("assistant.model.hard").increment();
    }
    return new Text(lines);
  }

  private void count(WritingModel model, String outcome) {
    meters
        .counter("assistant.model.replies", "model", model.name(), "outcome", outcome)
        .increment();
  }

  /// What a model wrote.
  public record Text(List<DraftSentence> lines) {

    @Override
    public String toString() {
      return "Text[REDACTED]";
    }
  }
}
