package org.healthassistant.assistant.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.caregiver.CarePart;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.Refuses;
import org.healthassistant.assistant.record.Caregivers;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whom the calling patient lets act for them, and what each may see. For the patient alone: a
/// caregiver gives nothing, not even to themselves.
@RestController
@RequestMapping("/api/v1/me/caregivers")
class CaregiverController {

  private final Patients patients;
  private final Caregivers caregivers;
  private final ActorAudit actors;
  private final Transactions transactions;

  CaregiverController(
      Patients patients, Caregivers caregivers, ActorAudit actors, Transactions transactions) {
    this.patients = patients;
    this.caregivers = caregivers;
    this.actors = actors;
    this.transactions = transactions;
  }

  @GetMapping
  @Operation(
      operationId = "readCaregivers",
      summary = "Whom the record names as related to the patient, and what each may see")
  @Refuses(ProblemCode.NOT_ALLOWED)
  CaregiversView list(Caller caller, Locale asked) {
    return view(patients.inPerson(caller), Language.ofLocale(asked));
  }

  @PutMapping("/{person}")
  @Operation(
      operationId = "decideCaregiver",
      summary = "Says all that a related person may see from now on; nothing withdraws it")
  @Refuses({ProblemCode.NOT_ALLOWED, ProblemCode.INVALID_REQUEST})
  CaregiversView decide(
      Caller caller,
      @PathVariable String person,
      @Valid @RequestBody PartsGiven body,
      Locale asked) {
    Subject subject = patients.inPerson(caller);
    Set<CarePart> parts = parts(body.parts());
    boolean kept = transactions.durable(() -> {
      boolean known = caregivers.decide(subject, person, parts);
      if (known) {
        actors.append(
            caller,
            subject.id(),
            "caregiver-decided",
            new Audit.ObjectRef("caregiver", person),
            String.join(" ", parts.stream().map(CarePart::code).toList()));
      }
      return known;
    });
    if (!kept) {
      throw ApiProblem.notFound("related person");
    }
    return view(subject, Language.ofLocale(asked));
  }

  private static Set<CarePart> parts(List<String> words) {
    Set<CarePart> parts = EnumSet.noneOf(CarePart.class);
    for (String word : words) {
      parts.add(CarePart.of(word)
          .orElseThrow(() -> new ApiProblem(
              ProblemCode.INVALID_REQUEST, "'parts' holds words of " + ALL + " only.")));
    }
    return parts;
  }

  private CaregiversView view(Subject subject, Language language) {
    return new CaregiversView(
        ALL,
        caregivers.forSubject(subject.id()).stream()
            .map(one -> new CaregiverView(
                one.person().id(),
                one.person().name(),
                caregivers.relation(one.person(), language).orElse(null),
                one.related(),
                one.parts().stream().sorted().map(CarePart::code).toList(),
                one.at().map(TranscriptView::at).orElse(null)))
            .toList());
  }

  private static final List<String> ALL =
      Arrays.stream(CarePart.values()).map(CarePart::code).toList();

  /// @param parts all that can be given
  record CaregiversView(List<String> parts, List<CaregiverView> caregivers) {}

  /// @param related whether the record has the person as related now: what was given counts only
  ///     then
  /// @param at when the patient last said so
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CaregiverView(
      String id,
      String name,
      @Nullable String relationship,
      boolean related,
      List<String> parts,
      @Nullable String at) {}

  record PartsGiven(@NotNull List<@NotNull String> parts) {}
}
