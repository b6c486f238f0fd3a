package org.healthassistant.assistant.web;

import java.util.Locale;
import java.util.Optional;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.access.PortalTokens;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.RecordDesk;
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

  PortalPage(PortalTokens tokens, Subjects subjects, RecordDesk records) {
    this.tokens = tokens;
    this.subjects = subjects;
    this.records = records;
  }

  @GetMapping("/")
  String show(
      Optional<Caller> caller,
      @RequestParam(required = false) @Nullable String lang,
      Locale asked,
      Model model) {
    Optional<Caller> patient = caller.filter(c -> c.kind() == Caller.Kind.PATIENT);
    model.addAttribute("demo", true);
    model.addAttribute("lang", lang == null ? language(patient, asked) : lang);
    patient.ifPresent(who -> {
      model.addAttribute("patientName", who.name());
      tokens.mint(who).ifPresent(token -> model.addAttribute("token", token));
    });
    return "portal";
  }

  private String language(Optional<Caller> patient, Locale asked) {
    return patient
        .flatMap(who -> subjects.ofPatient(who.id()))
        .flatMap(subject -> records.person(subject.id()))
        .flatMap(person -> Optional.ofNullable(person.language()))
        .orElse(asked.getLanguage().equals("es") ? "es" : "en");
  }
}
