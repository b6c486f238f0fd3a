package org.healthassistant.assistant.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.access.IdentitySettings;
import org.healthassistant.assistant.access.PortalTokens;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.Caregivers;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.settings.DemoMode;
import org.healthassistant.assistant.web.page.PageLocale;
import org.healthassistant.connector.record.Person;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The demo portal: the page of an invented clinic that embeds the widget for its signed-in
/// patient.
@Controller
class PortalPage {

  private final PortalTokens tokens;
  private final Subjects subjects;
  private final RecordDesk records;
  private final Caregivers caregivers;
  private final IdentitySettings identity;
  private final DemoMode demo;

  PortalPage(
      PortalTokens tokens,
      Subjects subjects,
      RecordDesk records,
      Caregivers caregivers,
      IdentitySettings identity,
      DemoMode demo) {
    this.identity = identity;
    this.demo = demo;
    this.tokens = tokens;
    this.subjects = subjects;
    this.records = records;
    this.caregivers = caregivers;
  }

  @GetMapping("/")
  String show(
      Optional<Caller> caller,
      @RequestParam(required = false) @Nullable String lang,
      Locale asked,
      HttpServletRequest request,
      Model model) {
    if (!demo.on() && caller.filter(c -> c.kind() == Caller.Kind.PROVIDER).isPresent()) {
      return "redirect:/workspace";
    }
    Optional<Caller> patient = caller.filter(c -> c.kind() == Caller.Kind.PATIENT);
    Language language = lang == null ? language(patient, asked) : Language.orFallback(lang);
    PageLocale.use(request, language);
    model.addAttribute("demo", demo.on());
    model.addAttribute("lang", language.tag());
    model.addAttribute("signIn", identity.signIn().clientId() != null);
    patient.ifPresent(who -> {
      model.addAttribute("patientName", who.name());
      who.actingFor().ifPresent(person -> model.addAttribute("acting", patientName(who)));
      if (mayCall(who)) {
        tokens.mint(who).ifPresent(token -> model.addAttribute("token", token));
      } else {
        model.addAttribute("refused", true);
      }
    });
    return "portal";
  }

  /// Whether a caregiver may act for the patient now; a patient always may.
  private boolean mayCall(Caller who) {
    return who.actingFor()
        .map(person -> subjects
            .findPatient(who.id())
            .filter(subject -> caregivers.mayAct(subject.id(), person))
            .isPresent())
        .orElse(true);
  }

  /// Whose name a caregiver reads; nobody's before the patient lets them act.
  private String patientName(Caller who) {
    return mayCall(who)
        ? subjects
            .findPatient(who.id())
            .flatMap(subject -> records.person(subject.id()))
            .map(Person::name)
            .orElse("")
        : "";
  }

  private Language language(Optional<Caller> patient, Locale asked) {
    return patient
        .flatMap(who -> subjects.findPatient(who.id()))
        .flatMap(subject -> records.person(subject.id()))
        .flatMap(person -> Optional.ofNullable(person.language()))
        .map(Language::orFallback)
        .orElse(Language.ofLocale(asked));
  }
}
