package org.healthassistant.assistant.workspace.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.conversation.Author;
import org.healthassistant.assistant.conversation.Channel;
import org.healthassistant.assistant.delivery.SendState;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.EscalationEvent;
import org.healthassistant.assistant.workspace.action.Clinicians;
import org.healthassistant.assistant.workspace.dossier.EscalationDossier;
import org.healthassistant.assistant.workspace.dossier.EscalationHeadlines;
import org.healthassistant.assistant.workspace.dossier.Highlight;
import org.healthassistant.assistant.workspace.dossier.Sbar;
import org.healthassistant.assistant.workspace.dossier.SbarWriter;
import org.healthassistant.assistant.workspace.dossier.TranscriptLine;
import org.healthassistant.assistant.workspace.frame.WorkspaceTexts;
import org.healthassistant.connector.record.EmergencyContact;
import org.healthassistant.connector.record.Person;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a dossier into the words of its page.
@Component
class EscalationDossierWriter {

  /// The states of a text at which somebody has to look: it will not get through, or nobody can
  /// know that it did.
  private static final Set<SendState> LOST =
      Set.of(SendState.FAILED, SendState.UNKNOWN, SendState.SUPPRESSED);

  private final EscalationHeadlines headlines;
  private final SbarWriter sbar;
  private final WorkspaceTexts texts;

  EscalationDossierWriter(EscalationHeadlines headlines, SbarWriter sbar, WorkspaceTexts texts) {
    this.headlines = headlines;
    this.sbar = sbar;
    this.texts = texts;
  }

  /// The page as a caller sees it.
  EscalationDossierView view(EscalationDossier dossier, Caller caller) {
    return new EscalationDossierView(
        headlines.write(
            dossier.escalation(), dossier.item(), dossier.unseenSince().orElse(null)),
        lines(dossier),
        permissions(dossier, caller),
        parts(sbar.write(dossier)),
        dossier.transcript().stream().map(this::told).toList(),
        dossier.told().stream().map(this::told).toList(),
        dossier.facts().stream()
            .map(f -> new EscalationDossierView.Fact("f-" + f.resource(), f.text(), f.resource()))
            .toList(),
        dossier.history().stream().map(this::happened).toList(),
        contact(dossier));
  }

  private static EscalationDossierView.Permissions permissions(
      EscalationDossier dossier, Caller caller) {
    boolean act = canAct(dossier, caller);
    boolean has =
        dossier.conversation().takenOverBy().filter(caller.id()::equals).isPresent();
    return new EscalationDossierView.Permissions(
        act, act && canAcknowledge(dossier.escalation(), caller), act && !has, act && has);
  }

  private static EscalationDossierView.Contact contact(EscalationDossier dossier) {
    Person person = dossier.person().orElse(null);
    EmergencyContact contact = person == null ? null : person.emergencyContact();
    Language language = dossier.conversation().language();
    return new EscalationDossierView.Contact(
        dossier.telephones(),
        person == null ? null : person.address(),
        contact == null ? null : contactName(contact),
        contact == null ? List.of() : contact.phones(),
        language.tag(),
        language.locale().getDisplayLanguage(Locale.ENGLISH),
        dossier.safeContact().isPresent(),
        dossier.item().contactUnsafe(),
        dossier.conversation().channel() == Channel.SMS);
  }

  private static String contactName(EmergencyContact contact) {
    @Nullable String relationship = contact.relationship();
    return relationship == null ? contact.name() : contact.name() + " (" + relationship + ")";
  }

  private static boolean canAct(EscalationDossier dossier, Caller caller) {
    return dossier.escalation().state() != Escalation.State.RESOLVED && Clinicians.includes(caller);
  }

  private static boolean canAcknowledge(Escalation e, Caller caller) {
    return switch (e.state()) {
      case OPEN, NOTIFIED -> true;
      case ACKNOWLEDGED ->
        e.assignee().filter(caller.id()::equals).isPresent()
            && e.acknowledgedBy().filter(caller.id()::equals).isEmpty();
      case RESOLVED -> false;
    };
  }

  private List<String> lines(EscalationDossier dossier) {
    Escalation e = dossier.escalation();
    List<String> lines = new ArrayList<>();
    e.acknowledgedBy()
        .flatMap(by -> e.acknowledgedAt()
            .map(at -> texts.text("case.changed-by", texts.person(by), texts.time(at))))
        .ifPresent(lines::add);
    e.contactedAt().map(at -> texts.text("case.contacted", texts.time(at))).ifPresent(lines::add);
    if (e.state() == Escalation.State.RESOLVED) {
      lines.add(texts.text(
          "case.resolved",
          e.resolution().resolvedAt().map(texts::time).orElse(""),
          texts.word("outcome", e.resolution().outcome().orElse(""))));
    } else {
      lines.add(dossier
          .conversation()
          .takenOverBy()
          .map(by -> texts.text("case.with-person", texts.person(by)))
          .orElseGet(() -> texts.text("case.with-assistant")));
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
        texts.text("case." + name), lines.stream().map(this::linked).toList());
  }

  private EscalationDossierView.Linked linked(Sbar.Line line) {
    Sbar.Source source = line.source();
    if (source == null) {
      return new EscalationDossierView.Linked(line.text(), null, null);
    }
    return switch (source.kind()) {
      case MESSAGE ->
        new EscalationDossierView.Linked(
            line.text(), "#m-" + source.id(), texts.text("case.source.message"));
      case RECORD ->
        new EscalationDossierView.Linked(
            line.text(),
            source.id().startsWith("Patient/") ? "#reach" : "#f-" + source.id(),
            texts.text("case.source.record", source.id()));
      case ESCALATION ->
        new EscalationDossierView.Linked(
            line.text(), "#history-title", texts.text("case.source.escalation"));
    };
  }

  private EscalationDossierView.Told told(TranscriptLine line) {
    String name = line.authorName();
    return new EscalationDossierView.Told(
        "m-" + line.id(),
        line.author(),
        name == null ? texts.text("case.author." + line.author().code()) : name,
        texts.word("channel", line.channel().code()),
        texts.time(line.at()),
        line.at().toString(),
        line.pieces(),
        status(line),
        line.delivery() != null && LOST.contains(line.delivery()),
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
      return texts.word("delivery", line.delivery().name());
    }
    if (line.channel() == Channel.SMS) {
      return "";
    }
    return line.seenAt() == null
        ? texts.text("case.unseen")
        : texts.text("case.seen", texts.time(line.seenAt()));
  }

  private EscalationDossierView.Happened happened(EscalationEvent event) {
    return new EscalationDossierView.Happened(
        texts.time(event.at()),
        event.at().toString(),
        texts.word("event", event.kind().code()),
        texts.person(event.actor()),
        detail(event),
        event.text().orElse(null));
  }

  /// Codes in words where there are texts; what changed of the level.
  private String detail(EscalationEvent event) {
    Stream<String> level = event.from().isPresent() && !event.from().equals(event.to())
        ? event.to().stream().map(to -> texts.word("level", to.name()))
        : Stream.empty();
    Stream<String> codes = Arrays.stream(event.detail().split(" ", -1))
        .filter(code -> !code.isEmpty())
        .map(code -> switch (event.kind()) {
          case ASSIGNED, PAGED, PAGE_FAILED -> texts.person(code);
          case RESOLVED -> texts.word("outcome", code);
          case CONTACTED -> texts.word("contact", code);
          case OPENED,
              RAISED,
              JOINED,
              LOWERED,
              NO_CHANNEL,
              NOBODY_ON_DUTY,
              RESCHEDULED,
              PATIENT_TOLD,
              NO_ANSWER,
              CONTACT_UNSAFE,
              CONTACT_SAFE,
              ACKNOWLEDGED,
              ACKNOWLEDGEMENT_EXPIRED,
              TAKEN_OVER,
              REPLIED,
              SEEN,
              NOTED,
              HANDED_BACK,
              TEXT_FAILED -> code;
        });
    return Stream.concat(level, codes).collect(Collectors.joining(", "));
  }
}
