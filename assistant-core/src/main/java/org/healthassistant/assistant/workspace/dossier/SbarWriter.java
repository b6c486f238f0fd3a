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

/// Puts the SBAR of a case together.
@Component
public class SbarWriter {

  private static final int MOST_READINGS = 8;

  private final WorkspaceTexts words;

  SbarWriter(WorkspaceTexts words) {
    this.words = words;
  }

  public Sbar write(EscalationDossier of) {
    return new Sbar(situation(of), background(of), assessment(of), recommendation(of));
  }

  private List<Sbar.Line> situation(EscalationDossier of) {
    Escalation escalation = of.escalation();
    List<Sbar.Line> lines = new ArrayList<>();
    lines.add(who(of));
    lines.add(Sbar.Line.ofMessage(
        words.of(
            "sbar.reason",
            words.word("level", escalation.level().name()),
            words.categories(escalation.categories())),
        escalation.messageId()));
    if (escalation.humanRequested()) {
      lines.add(Sbar.Line.ofMessage(words.of("sbar.asks-for-person"), escalation.messageId()));
    }
    of.triggerWords()
        .filter(line ->
            of.lastWords().filter(last -> last.text().equals(line.text())).isEmpty())
        .map(line -> Sbar.Line.ofMessage(words.of("sbar.trigger-words", line.text()), line.id()))
        .ifPresent(lines::add);
    of.lastWords()
        .map(line -> Sbar.Line.ofMessage(words.of("sbar.last-words", line.text()), line.id()))
        .ifPresent(lines::add);
    return lines;
  }

  private Sbar.Line who(EscalationDossier of) {
    String age = of.age().map(years -> ", " + years).orElse("");
    String channel = words.word("channel", of.conversation().channel().code());
    String language = language(of);
    String text = words.of("sbar.who", of.item().who() + age, channel, language);
    return of.person()
        .map(person -> Sbar.Line.ofRecord(text, "Patient/" + person.id()))
        .orElseGet(() -> Sbar.Line.ofMessage(text, of.escalation().messageId()));
  }

  private String language(EscalationDossier of) {
    return Locale.forLanguageTag(of.conversation().language()).getDisplayLanguage(Locale.ENGLISH);
  }

  private List<Sbar.Line> background(EscalationDossier of) {
    if (of.person().isEmpty()) {
      return List.of(Sbar.Line.unknown(words.of("sbar.no-record")));
    }
    List<Sbar.Line> lines = new ArrayList<>();
    lines.add(age(of.person().get(), of.age()));
    lines.addAll(facts(of, "conditions", fact -> fact.resource().startsWith("Condition/"), 20));
    lines.addAll(facts(of, "medicines", fact -> fact.resource().startsWith("Medication"), 30));
    lines.addAll(facts(of, "allergies", fact -> fact.resource().startsWith("Allergy"), 20));
    lines.addAll(
        facts(of, "readings", fact -> fact.resource().startsWith("Observation/"), MOST_READINGS));
    return lines;
  }

  private Sbar.Line age(Person person, Optional<Integer> age) {
    return age.map(years -> Sbar.Line.ofRecord(
            words.of("sbar.age", String.valueOf(years), words.word("gender", person.gender())),
            "Patient/" + person.id()))
        .orElseGet(() -> Sbar.Line.unknown(words.of("sbar.age-unknown")));
  }

  private List<Sbar.Line> facts(
      EscalationDossier of, String kind, Predicate<RecordFact> among, int most) {
    List<Sbar.Line> lines = of.facts().stream()
        .filter(among)
        .limit(most)
        .map(fact -> Sbar.Line.ofRecord(fact.text(), fact.resource()))
        .toList();
    return lines.isEmpty() ? List.of(Sbar.Line.unknown(words.of("sbar.unknown-" + kind))) : lines;
  }

  /// A line a rule: the message that set the level is quoted where the rule saw something in it,
  /// else the first in which it did.
  private List<Sbar.Line> assessment(EscalationDossier of) {
    Map<String, Sbar.Line> byRule = new LinkedHashMap<>();
    of.triggerWords().ifPresent(line -> seen(line, byRule));
    of.transcript().forEach(line -> seen(line, byRule));
    return byRule.isEmpty()
        ? List.of(
            Sbar.Line.ofMessage(words.of("sbar.nothing-seen"), of.escalation().messageId()))
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
        .map(mark -> words.of("sbar.quote", quoted(line.text(), mark)))
        .distinct()
        .collect(Collectors.joining(", "));
    return Sbar.Line.ofMessage(
        words.of(
            "sbar.seen",
            quotes,
            first.explanation(),
            first.rule(),
            words.word("level", first.level())),
        line.id());
  }

  private static String quoted(String text, Highlight mark) {
    int end = Math.min(mark.end(), text.length());
    return text.substring(Math.min(mark.start(), end), end);
  }

  private List<Sbar.Line> recommendation(EscalationDossier of) {
    Escalation escalation = of.escalation();
    Sbar.Source source = new Sbar.Source("escalation", escalation.id());
    List<Sbar.Line> lines = new ArrayList<>();
    String asked = escalation.contactedAt().isPresent()
        ? words.of("sbar.contacted", words.time(escalation.contactedAt().get()))
        : words.of("sbar.contact." + escalation.level().name(), words.time(escalation.replyBy()));
    lines.add(new Sbar.Line(asked, source));
    if (of.item().cannotText()) {
      lines.add(new Sbar.Line(words.of("sbar.call"), source));
    }
    if (of.safeContact().isPresent()) {
      lines.add(new Sbar.Line(words.of("sbar.careful"), source));
    }
    return lines;
  }
}
