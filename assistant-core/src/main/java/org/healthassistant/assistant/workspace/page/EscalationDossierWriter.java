package org.healthassistant.assistant.workspace.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationEvent;
import org.healthassistant.assistant.workspace.action.Clinicians;
import org.healthassistant.assistant.workspace.dossier.EscalationDossier;
import org.healthassistant.assistant.workspace.dossier.Highlight;
import org.healthassistant.assistant.workspace.dossier.Sbar;
import org.healthassistant.assistant.workspace.dossier.SbarWriter;
import org.healthassistant.assistant.workspace.dossier.Telephone;
import org.healthassistant.assistant.workspace.dossier.TranscriptLine;
import org.healthassistant.assistant.workspace.frame.WorkspaceTexts;
import org.healthassistant.assistant.workspace.inbox.InboxReader;
import org.healthassistant.connector.record.EmergencyContact;
import org.healthassistant.connector.record.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a case into the words of its page.
@Component
class EscalationDossierWriter {

  private final InboxReader inbox;
  private final SbarWriter sbar;
  private final WorkspaceTexts words;

  EscalationDossierWriter(InboxReader inbox, SbarWriter sbar, WorkspaceTexts words) {
    this.inbox = inbox;
    this.sbar = sbar;
    this.words = words;
  }

  EscalationDossierView view(EscalationDossier of, Caller caller) {
    Person person = of.person().orElse(null);
    EmergencyContact contact = person == null ? null : person.emergencyContact();
    String language = of.conversation().language();
    return new EscalationDossierView(
        inbox.row(of.escalation(), of.item()),
        lines(of),
        canAct(of, caller),
        canAcknowledge(of, caller),
        canTakeOver(of, caller),
        canAct(of, caller)
            && of.conversation().takenOverBy().filter(caller.id()::equals).isPresent(),
        parts(sbar.write(of)),
        of.transcript().stream().map(this::told).toList(),
        of.told().stream().map(this::told).toList(),
        of.facts().stream()
            .map(f -> new EscalationDossierView.Fact("f-" + f.resource(), f.text(), f.resource()))
            .toList(),
        of.history().stream().map(this::happened).toList(),
        of.telephones(),
        person == null ? null : person.address(),
        contact == null ? null : contactName(contact),
        contact == null
            ? List.of()
            : contact.phones().stream()
                .map(p -> new Telephone(p.number(), p.use()))
                .toList(),
        language,
        Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH),
        of.safeContact().isPresent(),
        of.conversation().channel() == Channel.SMS);
  }

  private static String contactName(EmergencyContact contact) {
    @Nullable String relationship = contact.relationship();
    return relationship == null ? contact.name() : contact.name() + " (" + relationship + ")";
  }

  private static boolean canAct(EscalationDossier of, Caller caller) {
    return of.escalation().state() != Escalation.State.RESOLVED && Clinicians.includes(caller);
  }

  private static boolean canAcknowledge(EscalationDossier of, Caller caller) {
    Escalation e = of.escalation();
    return canAct(of, caller)
        && switch (e.state()) {
          case OPEN, NOTIFIED -> true;
          case ACKNOWLEDGED ->
            e.assignee().filter(caller.id()::equals).isPresent()
                && e.acknowledgedBy().filter(caller.id()::equals).isEmpty();
          case RESOLVED -> false;
        };
  }

  private static boolean canTakeOver(EscalationDossier of, Caller caller) {
    return canAct(of, caller)
        && of.conversation().takenOverBy().filter(caller.id()::equals).isEmpty();
  }

  private List<String> lines(EscalationDossier of) {
    Escalation e = of.escalation();
    List<String> lines = new ArrayList<>();
    e.acknowledgedBy()
        .flatMap(by -> e.acknowledgedAt()
            .map(at -> words.of("case.changed-by", words.person(by), words.time(at))))
        .ifPresent(lines::add);
    e.contactedAt().map(at -> words.of("case.contacted", words.time(at))).ifPresent(lines::add);
    if (e.state() == Escalation.State.RESOLVED) {
      lines.add(words.of(
          "case.resolved",
          e.resolvedAt().map(words::time).orElse(""),
          words.word("outcome", e.outcome().orElse(""))));
    } else {
      lines.add(of.conversation()
          .takenOverBy()
          .map(by -> words.of("case.with-person", words.person(by)))
          .orElseGet(() -> words.of("case.with-assistant")));
    }
    return lines;
  }

  /// The reason before the long background.
  private List<EscalationDossierView.Part> parts(Sbar written) {
    return List.of(
        part("situation", written.situation()),
        part("assessment", written.assessment()),
        part("recommendation", written.recommendation()),
        part("background", written.background()));
  }

  private EscalationDossierView.Part part(String name, List<Sbar.Line> lines) {
    return new EscalationDossierView.Part(
        words.of("case." + name), lines.stream().map(this::linked).toList());
  }

  private EscalationDossierView.Linked linked(Sbar.Line line) {
    Sbar.Source source = line.source();
    if (source == null) {
      return new EscalationDossierView.Linked(line.text(), null, null);
    }
    return switch (source.kind()) {
      case "message" ->
        new EscalationDossierView.Linked(
            line.text(), "#m-" + source.id(), words.of("case.source.message"));
      case "record" ->
        new EscalationDossierView.Linked(
            line.text(),
            source.id().startsWith("Patient/") ? "#reach" : "#f-" + source.id(),
            words.of("case.source.record", source.id()));
      default ->
        new EscalationDossierView.Linked(
            line.text(), "#history-title", words.of("case.source.escalation"));
    };
  }

  private EscalationDossierView.Told told(TranscriptLine line) {
    String name = line.authorName();
    return new EscalationDossierView.Told(
        "m-" + line.id(),
        line.author(),
        name == null ? words.of("case.author." + line.author()) : name,
        words.word("channel", line.channel()),
        words.time(line.at()),
        line.at().toString(),
        line.pieces(),
        status(line),
        List.of("FAILED", "SUPPRESSED", "UNKNOWN").contains(String.valueOf(line.delivery())),
        line.trigger(),
        eachRuleOnce(line.marks()));
  }

  private static List<Highlight> eachRuleOnce(List<Highlight> marks) {
    return List.copyOf(marks.stream()
        .collect(Collectors.toMap(
            Highlight::rule, mark -> mark, (first, again) -> first, LinkedHashMap::new))
        .values());
  }

  private String status(TranscriptLine line) {
    if (line.isOf(Author.PATIENT)) {
      return "";
    }
    if (line.delivery() != null) {
      return words.word("delivery", line.delivery());
    }
    if (line.channel().equals(Channel.SMS.code())) {
      return "";
    }
    return line.seenAt() == null
        ? words.of("case.unseen")
        : words.of("case.seen", words.time(line.seenAt()));
  }

  private EscalationDossierView.Happened happened(EscalationEvent event) {
    return new EscalationDossierView.Happened(
        words.time(event.at()),
        event.at().toString(),
        words.word("event", event.kind()),
        words.person(event.actor()),
        detail(event),
        event.text().orElse(null));
  }

  /// Codes in words where there are words; what changed of the level.
  private String detail(EscalationEvent event) {
    Stream<String> level = event.from().isPresent() && !event.from().equals(event.to())
        ? event.to().stream().map(to -> words.word("level", to.name()))
        : Stream.empty();
    Stream<String> codes = Arrays.stream(event.detail().split(" ", -1))
        .filter(code -> !code.isEmpty())
        .map(code -> switch (event.kind()) {
          case "assigned" -> words.person(code);
          case "resolved" -> words.word("outcome", code);
          case "contacted" -> words.word("contact", code);
          case "paged", "page-failed" -> words.person(code);
          default -> code;
        });
    return Stream.concat(level, codes).collect(Collectors.joining(", "));
  }
}
