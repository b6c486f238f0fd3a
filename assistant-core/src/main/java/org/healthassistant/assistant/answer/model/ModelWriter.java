package org.healthassistant.assistant.answer.model;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.AnswerSentence;
import org.healthassistant.assistant.answer.Disclosure;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.evidence.Evidence;
import org.healthassistant.assistant.answer.evidence.EvidenceItem;
import org.healthassistant.assistant.answer.extractive.ExtractiveWriter;
import org.healthassistant.assistant.answer.grounding.GroundingCheck;
import org.healthassistant.assistant.answer.text.TextNormalizer;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.connector.model.ModelReply;
import org.healthassistant.connector.record.Person;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.SearchHit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a language model write from the evidence and keeps what the evidence supports.
///
/// The model is a writer only. It never sees more than the question and the evidence; what it
/// says of the patient is replaced by the computed fact; the sentence on getting help is added
/// by rule. A model that is absent, not permitted, slow, broken or cut short writes nothing. What
/// of the record is sent is told before, since it has left the house whatever comes of it; a
/// question that cannot be cleaned of who asks is not sent.
public final class ModelWriter {

  private static final Logger LOG = LoggerFactory.getLogger(ModelWriter.class);

  /// Fewer supported sentences than this are no answer.
  private static final int LEAST = 2;

  private static final String EXTERNAL_MODEL = "external-model";

  private static final int PASSAGES = 3;
  private static final Duration SHORTEST = Duration.ofSeconds(2);

  /// What is kept of the budget for the work after the model.
  private static final Duration RESERVE = Duration.ofSeconds(1);

  private final Optional<StreamingChatModel> model;
  private final ModelWriterSettings settings;
  private final Predicate<String> externalConsent;
  private final Function<String, Optional<Person>> persons;
  private final ClinicalClock clock;
  private final ExtractiveWriter rules;
  private final GroundingCheck check;

  public ModelWriter(
      Optional<StreamingChatModel> model,
      ModelWriterSettings settings,
      Predicate<String> externalConsent,
      Function<String, Optional<Person>> persons,
      ClinicalClock clock,
      ExtractiveWriter rules,
      GroundingCheck check) {
    this.model = model;
    this.settings = settings;
    this.externalConsent = externalConsent;
    this.persons = persons;
    this.clock = clock;
    this.rules = rules;
    this.check = check;
  }

  /// The model's name; empty when there is none.
  public Optional<String> name() {
    return model.isPresent() ? Optional.ofNullable(settings.name()) : Optional.empty();
  }

  /// How long the model may take; empty without one.
  public Optional<Duration> timeout() {
    return model.map(present -> settings.timeout());
  }

  /// What the model wrote and the evidence supports; empty when the rules have to write.
  public Optional<Text> write(Question question, Evidence evidence) {
    Duration budget = question.budget().minus(RESERVE);
    Duration wait = budget.compareTo(settings.timeout()) < 0 ? budget : settings.timeout();
    if (model.isEmpty() || wait.compareTo(SHORTEST) < 0 || !isPermitted(question)) {
      return Optional.empty();
    }
    Optional<Person> person =
        settings.deIdentify() ? persons.apply(question.subject().id()) : Optional.empty();
    Optional<String> asked = asked(evidence, person);
    if (asked.isEmpty()) {
      return nothing("not-cleaned");
    }
    Map<String, EvidenceItem> sources = sources(evidence);
    List<ChatMessage> messages = messages(asked.get(), evidence, sources, person);
    disclosed(evidence, person).forEach(question.disclosing());
    ModelReply reply = ModelReply.write(model.get(), messages, wait, text -> {});
    return switch (reply) {
      case ModelReply.Finished finished -> kept(finished.text(), evidence, sources);
      case ModelReply.CutShort cut -> nothing("cut-short " + cut.reason());
      case ModelReply.Failed failed -> nothing(failed.code());
    };
  }

  private boolean isPermitted(Question question) {
    return question.modelMayBeUsed()
        && (settings.local() || externalConsent.test(question.subject().id()));
  }

  private static Optional<Text> nothing(String why) {
    LOG.warn("ANS-002: the model gave no whole answer ({}); the rules write", why);
    return Optional.empty();
  }

  /// The section that answers, the section on getting help, other good passages, the fact.
  private static Map<String, EvidenceItem> sources(Evidence evidence) {
    Map<String, EvidenceItem> sources = new LinkedHashMap<>();
    Stream<Passage> others = evidence.hits().stream()
        .map(SearchHit::passage)
        .filter(p -> p.language() == evidence.section().language());
    Stream.concat(
            Stream.concat(Stream.of(evidence.section()), others).distinct().limit(PASSAGES),
            evidence.help().stream())
        .distinct()
        .forEach(
            passage -> sources.put("c" + (sources.size() + 1), new EvidenceItem.Vetted(passage)));
    evidence.fact().ifPresent(fact -> sources.put("r1", new EvidenceItem.Own(fact)));
    return sources;
  }

  /// What is asked, as it may be sent; empty where it cannot be cleaned of who asks.
  private Optional<String> asked(Evidence evidence, Optional<Person> person) {
    if (!settings.deIdentify()) {
      return Optional.of(evidence.asked());
    }
    Deidentifier cleaner = new Deidentifier(person);
    return Optional.of(cleaner.clean(evidence.asked())).filter(cleaner::isClean);
  }

  private List<ChatMessage> messages(
      String asked, Evidence evidence, Map<String, EvidenceItem> sources, Optional<Person> person) {
    Map<String, String> pieces = new LinkedHashMap<>();
    sources.forEach((id, source) -> pieces.put(id, piece(source, settings.deIdentify(), person)));
    return ModelPrompt.of(asked, pieces, evidence.section().language());
  }

  /// What of the record goes to a model that is not one's own: the fact, and the age with it.
  private List<Disclosure> disclosed(Evidence evidence, Optional<Person> person) {
    if (settings.local() || evidence.fact().isEmpty()) {
      return List.of();
    }
    List<Disclosure> all = new ArrayList<>();
    all.add(new Disclosure(evidence.fact().get().resource(), EXTERNAL_MODEL));
    person
        .filter(p -> p.ageOn(clock.today()) != null)
        .ifPresent(p -> all.add(new Disclosure("Patient", EXTERNAL_MODEL)));
    return all;
  }

  private String piece(EvidenceItem source, boolean hide, Optional<Person> person) {
    return switch (source) {
      case EvidenceItem.Vetted vetted ->
        vetted.passage().title() + ": " + vetted.passage().section() + "\n"
            + TextNormalizer.singleSpaced(vetted.passage().text());
      case EvidenceItem.Own o -> hide ? shortened(o.fact(), person) : o.fact().text();
    };
  }

  /// The fact without its date, with the age instead.
  private String shortened(RecordFact fact, Optional<Person> person) {
    Integer years = person.map(p -> p.ageOn(clock.today())).orElse(null);
    String age = years == null ? "" : "Patient aged " + years + ". ";
    return age + fact.label() + ": " + fact.snippet() + ".";
  }

  private Optional<Text> kept(
      String written, Evidence evidence, Map<String, EvidenceItem> sources) {
    List<DraftSentence> content = new ArrayList<>();
    for (ModelText.Marked sentence : ModelText.read(written)) {
      line(sentence, sources).ifPresent(content::add);
    }
    if (content.size() < LEAST) {
      return nothing("too little is supported");
    }
    return Optional.of(new Text(finished(content, evidence)));
  }

  /// A supported sentence about vetted content. What a model says of the patient is not taken:
  /// the computed fact is told instead.
  private Optional<DraftSentence> line(
      ModelText.Marked sentence, Map<String, EvidenceItem> sources) {
    boolean vettedOnly = !sentence.ids().isEmpty()
        && sentence.ids().stream().allMatch(id -> sources.get(id) instanceof EvidenceItem.Vetted);
    if (!vettedOnly) {
      return Optional.empty();
    }
    List<EvidenceItem> cited = sentence.ids().stream()
        .sorted()
        .flatMap(id -> Optional.ofNullable(sources.get(id)).stream())
        .toList();
    List<String> texts = cited.stream().map(EvidenceItem::text).toList();
    return check.check(sentence.text(), texts) instanceof GroundingCheck.Supported
        ? Optional.of(new DraftSentence(sentence.text(), kind(cited), cited))
        : Optional.empty();
  }

  private static AnswerSentence.Kind kind(List<EvidenceItem> cited) {
    return cited.stream()
            .allMatch(source -> source instanceof EvidenceItem.Vetted v
                && DraftSentence.of("", v.passage()).kind() == AnswerSentence.Kind.SAFETY)
        ? AnswerSentence.Kind.SAFETY
        : AnswerSentence.Kind.CONTENT;
  }

  /// The direct answer, the fact, the rest, when to get help.
  private List<DraftSentence> finished(List<DraftSentence> content, Evidence evidence) {
    List<DraftSentence> lines = new ArrayList<>(content);
    lines.addAll(1, rules.own(evidence));
    boolean helps = lines.stream().anyMatch(line -> line.kind() == AnswerSentence.Kind.SAFETY);
    if (!helps) {
      ExtractiveWriter.help(evidence).ifPresent(lines::add);
    }
    return List.copyOf(lines);
  }

  /// What a model wrote.
  public record Text(List<DraftSentence> lines) {

    @Override
    public String toString() {
      return "Text[REDACTED]";
    }
  }
}
