package org.healthassistant.assistant.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.Refuses;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.RecordSection;
import org.healthassistant.assistant.record.Viewer;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is kept about the calling patient: the record as the assistant sees it, consents, and who
/// read what.
@RestController
@RequestMapping("/api/v1/me")
class MeController {

  private final Patients patients;
  private final RecordDesk records;
  private final Consents consents;
  private final Audit audit;
  private final ActorAudit actors;
  private final Transactions transactions;

  MeController(
      Patients patients,
      RecordDesk records,
      Consents consents,
      Audit audit,
      ActorAudit actors,
      Transactions transactions) {
    this.patients = patients;
    this.records = records;
    this.consents = consents;
    this.audit = audit;
    this.actors = actors;
    this.transactions = transactions;
  }

  @GetMapping("/record")
  @Operation(operationId = "readRecord", summary = "The patient's record as the assistant sees it")
  RecordView record(Caller caller, Locale asked) {
    Language spoken = Language.ofLocale(asked);
    Viewer viewer = patients.viewer(caller);
    String subject = viewer.subjectId();
    if (caller.actingFor().isPresent()) {
      transactions.durable(() -> actors.append(
          caller, subject, "disclosure", new Audit.ObjectRef("record", "record"), "caregiver"));
    }
    return new RecordView(
        records.asOf(subject).map(TranscriptView::at).orElse(null),
        records.sections(viewer, spoken).stream().map(MeController::section).toList());
  }

  @GetMapping("/consents")
  @Operation(operationId = "readConsents", summary = "What the patient has agreed to")
  ConsentsView consents(Caller caller) {
    return view(patients.subject(caller));
  }

  @PutMapping("/consents")
  @Operation(operationId = "decideConsent", summary = "Grants or withdraws consent to one purpose")
  @Refuses({ProblemCode.UNKNOWN_PURPOSE, ProblemCode.NOT_ALLOWED, ProblemCode.TOO_FAST})
  ConsentsView decide(Caller caller, @Valid @RequestBody Decision body) {
    patients.changes(caller);
    Purpose purpose = Purpose.of(body.purpose())
        .orElseThrow(() -> new ApiProblem(
            ProblemCode.UNKNOWN_PURPOSE,
            "'purpose' must be one of chat, record, wearables, sms, external-model,"
                + " outreach, research."));
    Subject subject = patients.inPerson(caller);
    transactions.durable(() -> {
      consents.decide(subject.id(), purpose, body.granted());
      actors.append(
          caller,
          subject.id(),
          "consent-decided",
          new Audit.ObjectRef("consent", purpose.code()),
          String.valueOf(body.granted()));
    });
    return view(subject);
  }

  @GetMapping("/disclosures")
  @Operation(operationId = "readDisclosures", summary = "Who or what read which part of the record")
  DisclosuresView disclosures(Caller caller) {
    return new DisclosuresView(audit.about(patients.inPerson(caller).id(), "disclosure").stream()
        .map(e -> new DisclosureView(
            TranscriptView.at(e.at()), e.actor().kind(), e.object().id(), e.detail()))
        .toList());
  }

  private ConsentsView view(Subject subject) {
    return new ConsentsView(consents.forSubject(subject.id()).stream()
        .map(c -> new ConsentView(
            c.purpose().code(),
            c.granted(),
            c.version(),
            c.at().map(TranscriptView::at).orElse(null)))
        .toList());
  }

  private static SectionView section(RecordSection section) {
    return new SectionView(
        section.title(),
        section.status().code(),
        section.entries().stream()
            .map(e -> new EntryView(
                e.text(),
                e.date().map(PartialDate::text).orElse(null),
                e.source(),
                e.loinc().map(code -> "/api/v1/me/record/trends/" + code).orElse(null),
                e.past()))
            .toList());
  }

  record RecordView(@Nullable String asOf, List<SectionView> sections) {}

  record SectionView(String title, String status, List<EntryView> entries) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EntryView(
      String text,
      @Nullable String date,
      String source,
      @Nullable String trend,
      boolean past) {}

  record Decision(@NotNull String purpose, @NotNull Boolean granted) {}

  record ConsentsView(List<ConsentView> consents) {}

  record ConsentView(
      String purpose,
      boolean granted,
      String version,
      @Nullable String at) {}

  record DisclosuresView(List<DisclosureView> disclosures) {}

  record DisclosureView(String at, String by, String item, String why) {}
}
