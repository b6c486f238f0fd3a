package org.healthassistant.assistant.answer.model;

import dev.langchain4j.data.message.ChatMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.Disclosure;
import org.healthassistant.assistant.answer.evidence.Answering;
import org.healthassistant.assistant.answer.evidence.Evidence;
import org.healthassistant.assistant.answer.evidence.EvidenceItem;
import org.healthassistant.assistant.answer.text.TextNormalizer;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.connector.record.Person;
import org.healthassistant.knowledge.passage.Passage;

/// What a model is sent of a question and its evidence: never more than these, and where the
/// settings say so without what tells who asks.
final class SentEvidence {

  private static final String EXTERNAL_MODEL = "external-model";

  private static final int PASSAGES = 3;

  private final Evidence evidence;
  private final boolean hides;
  private final Optional<Person> person;
  private final LocalDate today;
  private final Map<String, EvidenceItem> sources;

  /// @param hides whether what tells who asks is taken out
  /// @param person who asks; empty where nothing is hidden or nobody is known
  SentEvidence(Evidence evidence, boolean hides, Optional<Person> person, LocalDate today) {
    this.evidence = evidence;
    this.hides = hides;
    this.person = person;
    this.today = today;
    this.sources = sources(evidence);
  }

  /// What may be cited, by the id that the model is given: `c1` … vetted passages, `r1` … facts.
  Map<String, EvidenceItem> sources() {
    return sources;
  }

  /// What is asked, as it may be sent; empty where it cannot be cleaned of who asks.
  Optional<String> asked() {
    if (!hides) {
      return Optional.of(evidence.asked());
    }
    Deidentifier cleaner = new Deidentifier(person);
    return Optional.of(cleaner.clean(evidence.asked())).filter(cleaner::isClean);
  }

  /// The order to write from the evidence.
  ///
  /// @param asked as [#asked()] gave it
  List<ChatMessage> messages(String asked) {
    Map<String, String> pieces = new LinkedHashMap<>();
    sources.forEach((id, source) -> pieces.put(id, piece(source)));
    return ModelPrompt.of(asked, pieces, evidence.section().language());
  }

  /// What of the record goes to a model that is not one's own: the fact, and the age with it.
  List<Disclosure> disclosed(WritingModel model) {
    if (model.local() || evidence.facts().isEmpty()) {
      return List.of();
    }
    List<Disclosure> all = new ArrayList<>();
    evidence.facts().forEach(fact -> all.add(new Disclosure(fact.resource(), EXTERNAL_MODEL)));
    person
        .filter(p -> p.ageOn(today) != null)
        .ifPresent(p -> all.add(new Disclosure("Patient", EXTERNAL_MODEL)));
    return all;
  }

  private String piece(EvidenceItem source) {
    return switch (source) {
      case EvidenceItem.Vetted vetted ->
        heading(vetted.passage()) + "\n"
            + TextNormalizer.singleSpaced(vetted.passage().text());
      case EvidenceItem.Meant meant -> meant.sentence();
      case EvidenceItem.Own o -> hides ? shortened(o.fact()) : o.fact().text();
    };
  }

  private static String heading(Passage passage) {
    return passage.title() + ": "
        + (passage.asked() == null ? passage.section() : passage.asked().question());
  }

  /// The fact without its date, with the age instead.
  private String shortened(RecordFact fact) {
    Integer years = person.map(p -> p.ageOn(today)).orElse(null);
    String age = years == null ? "" : "Patient aged " + years + ". ";
    return age + fact.label() + ": " + fact.snippet() + ".";
  }

  /// The section that answers, the section on getting help, other good passages, the fact.
  private static Map<String, EvidenceItem> sources(Evidence evidence) {
    Map<String, EvidenceItem> sources = new LinkedHashMap<>();
    Stream<Passage> others = evidence.others().stream()
        .filter(p -> p.language() == evidence.section().language());
    Stream.concat(
            Stream.concat(evidence.answering().stream().map(Answering::passage), others)
                .distinct()
                .limit(PASSAGES),
            evidence.help().stream())
        .distinct()
        .forEach(
            passage -> sources.put("c" + (sources.size() + 1), new EvidenceItem.Vetted(passage)));
    int facts = 0;
    for (RecordFact fact : evidence.facts()) {
      sources.put("r" + ++facts, new EvidenceItem.Own(fact));
    }
    return sources;
  }
}
