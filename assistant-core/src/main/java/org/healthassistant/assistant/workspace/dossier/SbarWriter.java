package org.healthassistant.assistant.workspace.dossier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.assistant.workspace.frame.WorkspaceTexts;
import org.healthassistant.connector.record.Person;
import org.springframework.stereotype.Component;

/// Puts the SBAR of an escalation together.
@Component
public class SbarWriter {

  private static final int MOST_READINGS = 8;

  private final WorkspaceTexts texts;

  SbarWriter(WorkspaceTexts texts) {
    this.texts = texts;
  }

  /// Writes the four parts from what the dossier holds; what it does not hold is said to be
  /// unknown.
  public Sbar write(EscalationDossier dossier) {
    return new Sbar(
        situation(dossier), background(dossier), assessment(dossier), recommendation(dossier));
  }

  private List<Sbar.Line> situation(EscalationDossier dossier) {
    Escalation escalation = dossier.escalation();
    List<Sbar.Line> lines = new ArrayList<>();
    lines.add(who(dossier));
    lines.add(Sbar.Line.ofMessage(
        texts.text(
            "sbar.reason",
            texts.word("level", escalation.level().name()),
            texts.categories(escalation.categories())),
        escalation.messageId()));
    dossier
        .writers()
        .forEach((name, line) ->
            lines.add(Sbar.Line.ofMessage(texts.text("sbar.written-by", name), line.id())));
    if (escalation.humanRequested()) {
      lines.add(Sbar.Line.ofMessage(texts.text("sbar.asks-for-person"), escalation.messageId()));
    }
    dossier
        .triggerWords()
        .filter(line ->
            dossier.lastWords().filter(last -> last.text().equals(line.text())).isEmpty())
        .map(line -> Sbar.Line.ofMessage(texts.text("sbar.trigger-words", line.text()), line.id()))
        .ifPresent(lines::add);
    dossier
        .lastWords()
        .map(line -> Sbar.Line.ofMessage(texts.text("sbar.last-words", line.text()), line.id()))
        .ifPresent(lines::add);
    return lines;
  }

  private Sbar.Line who(EscalationDossier dossier) {
    String age = dossier.age().map(years -> ", " + years).orElse("");
    String channel = texts.word("channel", dossier.conversation().channel().code());
    String language = language(dossier);
    String text = texts.text("sbar.who", dossier.item().who() + age, channel, language);
    return dossier
        .person()
        .map(person -> Sbar.Line.ofRecord(text, "Patient/" + person.id()))
        .orElseGet(() -> Sbar.Line.ofMessage(text, dossier.escalation().messageId()));
  }

  private String language(EscalationDossier dossier) {
    return dossier.conversation().language().locale().getDisplayLanguage(Locale.ENGLISH);
  }

  private List<Sbar.Line> background(EscalationDossier dossier) {
    if (dossier.person().isEmpty()) {
      return List.of(Sbar.Line.unknown(texts.text("sbar.no-record")));
    }
    List<Sbar.Line> lines = new ArrayList<>();
    lines.add(age(dossier.person().get(), dossier.age()));
    lines.addAll(
        facts(dossier, "conditions", fact -> fact.resource().startsWith("Condition/"), 20));
    lines.addAll(facts(dossier, "medicines", fact -> fact.resource().startsWith("Medication"), 30));
    lines.addAll(facts(dossier, "allergies", fact -> fact.resource().startsWith("Allergy"), 20));
    lines.addAll(facts(
        dossier, "readings", fact -> fact.resource().startsWith("Observation/"), MOST_READINGS));
    return lines;
  }

  private Sbar.Line age(Person person, Optional<Integer> age) {
    return age.map(years -> Sbar.Line.ofRecord(
            texts.text("sbar.age", String.valueOf(years), texts.word("gender", person.gender())),
            "Patient/" + person.id()))
        .orElseGet(() -> Sbar.Line.unknown(texts.text("sbar.age-unknown")));
  }

  private List<Sbar.Line> facts(
      EscalationDossier dossier, String kind, Predicate<RecordFact> among, int most) {
    List<Sbar.Line> lines = new ArrayList<>();
    dossier.facts().stream()
        .filter(fact -> fact.resource().isEmpty() && fact.label().equals(kind))
        .map(gap -> Sbar.Line.unknown(gap.text()))
        .forEach(lines::add);
    List<RecordFact> all = dossier.facts().stream().filter(among).toList();
    all.stream()
        .limit(most)
        .map(fact -> Sbar.Line.ofRecord(fact.text(), fact.resource()))
        .forEach(lines::add);
    if (all.size() > most && most != MOST_READINGS) { // of readings the latest are meant
      lines.add(
          Sbar.Line.unknown(texts.text("sbar.more-" + kind, String.valueOf(all.size() - most))));
    }
    return lines.isEmpty() ? List.of(Sbar.Line.unknown(texts.text("sbar.unknown-" + kind))) : lines;
  }

  /// A line a rule: the message that set the level is quoted where the rule saw something in it,
  /// else the first in which it did.
  private List<Sbar.Line> assessment(EscalationDossier dossier) {
    Map<String, Sbar.Line> byRule = new LinkedHashMap<>();
    dossier.triggerWords().ifPresent(line -> seen(line, byRule));
    dossier.transcript().forEach(line -> seen(line, byRule));
    return byRule.isEmpty()
        ? List.of(Sbar.Line.ofMessage(
            texts.text("sbar.nothing-seen"), dossier.escalation().messageId()))
        : List.copyOf(byRule.values());
  }

  private void seen(TranscriptLine line, Map<String, Sbar.Line> byRule) {
    line.marks().stream()
        .collect(Collectors.groupingBy(Highlight::rule, LinkedHashMap::new, Collectors.toList()))
        .forEach((rule, marks) -> byRule.computeIfAbsent(rule, r -> seen(line, marks)));
  }

  private Sbar.Line seen(TranscriptLine line, List<Highlight> marks) {
    Highlight first = marks.getFirst();
    String quotes = marks.stream()
        .map(mark -> texts.text("sbar.quote", quoted(line.text(), mark)))
        .distinct()
        .collect(Collectors.joining(", "));
    return Sbar.Line.ofMessage(
        texts.text(
            "sbar.seen",
            quotes,
            first.explanation(),
            first.rule(),
            texts.word("level", first.level().name())),
        line.id());
  }

  private static String quoted(String text, Highlight mark) {
    int end = Math.min(mark.end(), text.length());
    return text.substring(Math.min(mark.start(), end), end);
  }

  private List<Sbar.Line> recommendation(EscalationDossier dossier) {
    Escalation escalation = dossier.escalation();
    Sbar.Source source = new Sbar.Source(Sbar.Source.Kind.ESCALATION, escalation.id());
    List<Sbar.Line> lines = new ArrayList<>();
    String asked = escalation.contactedAt().isPresent()
        ? texts.text("sbar.contacted", texts.time(escalation.contactedAt().get()))
        : texts.text("sbar.contact." + escalation.level().name(), texts.time(escalation.replyBy()));
    lines.add(new Sbar.Line(asked, source));
    if (dossier.item().cannotText() && !dossier.item().contactUnsafe()) {
      lines.add(new Sbar.Line(texts.text("sbar.call"), source));
    }
    if (dossier.item().contactUnsafe()) {
      lines.add(new Sbar.Line(texts.text("sbar.unsafe"), source));
    }
    if (dossier.safeContact().isPresent()) {
      lines.add(new Sbar.Line(texts.text("sbar.careful"), source));
    }
    return lines;
  }
}
