package org.healthassistant.assistant.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.access.DemoAccess;
import org.healthassistant.assistant.access.DemoAccessFile;
import org.healthassistant.assistant.access.PortalTokens;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.settings.DemoMode;
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
  private final DemoAccessFile demoAccess;
  private final DemoMode demo;

  PortalPage(
      PortalTokens tokens,
      Subjects subjects,
      RecordDesk records,
      DemoAccessFile demoAccess,
      DemoMode demo) {
    this.demoAccess = demoAccess;
    this.demo = demo;
    this.tokens = tokens;
    this.subjects = subjects;
    this.records = records;
  }

  @GetMapping("/")
  String show(
      Optional<Caller> caller,
      @RequestParam(required = false) @Nullable String lang,
      Locale asked,
      HttpServletRequest request,
      Model model) {
    Optional<Caller> patient = caller.filter(c -> c.kind() == Caller.Kind.PATIENT);
    Language language = lang == null ? language(patient, asked) : Language.orFallback(lang);
    PageLocale.use(request, language);
    model.addAttribute("demo", demo.on());
    model.addAttribute("lang", language.tag());
    model.addAttribute("signIns", demoAccess.current().map(PortalPage::links).orElse(List.of()));
    patient.ifPresent(who -> {
      model.addAttribute("patientName", who.name());
      tokens.mint(who).ifPresent(token -> model.addAttribute("token", token));
    });
    return "portal";
  }

  private static List<Map<String, String>> links(DemoAccess access) {
    Stream<Map<String, String>> patients = access.patients().stream()
        .map(p -> Map.of("name", p.name(), "url", p.signIn(), "role", "patient"));
    Stream<Map<String, String>> providers = access.providers().stream()
        .map(p -> Map.of("name", p.name(), "url", p.signIn(), "role", p.role()));
    return Stream.concat(patients, providers).toList();
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
