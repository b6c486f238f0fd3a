package org.healthassistant.assistant.workspace.statistics;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.escalation.history.EscalationTimes;
import org.healthassistant.assistant.escalation.history.EscalationTimesReader;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.workspace.action.Clinicians;
import org.healthassistant.assistant.workspace.frame.WorkspacePage;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The figures of a period, for everybody of the care team, and their downloads. Every look is
/// audited.
@Controller
@WorkspacePage
class StatisticsPages {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final MediaType LINES = new MediaType("application", "jsonl");

  private final EscalationTimesReader reader;
  private final JudgedAlerts alerts;
  private final Audit audit;
  private final Transactions transactions;
  private final RealClock clock;
  private final ClinicalClock clinic;

  StatisticsPages(
      EscalationTimesReader reader,
      JudgedAlerts alerts,
      Audit audit,
      Transactions transactions,
      RealClock clock,
      ClinicalClock clinic) {
    this.reader = reader;
    this.alerts = alerts;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
    this.clinic = clinic;
  }

  @GetMapping("/workspace/statistics")
  String page(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      Caller caller,
      Model model) {
    Period period = period(from, to);
    keep("statistics-viewed", period, caller);
    model.addAttribute("period", period);
    model.addAttribute("statistics", statistics(period));
    model.addAttribute("span", (Spans) StatisticsPages::words);
    return "workspace/statistics";
  }

  @GetMapping("/workspace/statistics/levels.csv")
  ResponseEntity<String> levels(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      Caller caller) {
    Period period = period(from, to);
    keep("statistics-exported", period, caller);
    return file("levels", period, CSV, StatisticsCsv.levels(period, statistics(period)));
  }

  @GetMapping("/workspace/statistics/rules.csv")
  ResponseEntity<String> rules(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      Caller caller) {
    Period period = period(from, to);
    keep("statistics-exported", period, caller);
    return file(
        "rules", period, CSV, StatisticsCsv.rules(period, statistics(period).rules()));
  }

  @GetMapping("/workspace/statistics/alerts.jsonl")
  ResponseEntity<String> alerts(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "false") boolean words,
      Caller caller) {
    if (words && !Clinicians.administers(caller)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    Period period = period(from, to);
    keep("alerts-exported", period, caller);
    return file("alerts", period, LINES, alerts.lines(cases(period), words, caller));
  }

  private Statistics statistics(Period period) {
    List<EscalationTimes> cases = cases(period);
    return Statistics.of(cases, alerts.rules(cases), clock.instant());
  }

  private List<EscalationTimes> cases(Period period) {
    return reader.between(period.begin(clinic.zone()), period.end(clinic.zone()));
  }

  private Period period(String from, String to) {
    try {
      return Period.parse(from, to, LocalDate.ofInstant(clock.instant(), clinic.zone()));
    } catch (IllegalArgumentException wrong) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, wrong.getMessage(), wrong);
    }
  }

  private static ResponseEntity<String> file(
      String name, Period period, MediaType type, String body) {
    String ending = type == CSV ? ".csv" : ".jsonl";
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name + "-" + period.from() + "-" + period.to() + ending)
                .build()
                .toString())
        .body(body);
  }

  private void keep(String action, Period period, Caller by) {
    transactions.durable(() -> audit.append(
        Audit.Actor.provider(by.id()),
        action,
        Optional.empty(),
        new Audit.ObjectRef("statistics", period.toString()),
        ""));
  }

  /// How long, in the largest two units that fit; a dash where there is none.
  static String words(Optional<Duration> time) {
    return time.map(t -> {
          if (t.compareTo(Duration.ofMinutes(1)) < 0) {
            return t.toSeconds() + " s";
          }
          if (t.compareTo(Duration.ofHours(1)) < 0) {
            return t.toMinutes() + " min " + t.toSecondsPart() + " s";
          }
          return t.compareTo(Duration.ofDays(2)) < 0
              ? t.toHours() + " h " + t.toMinutesPart() + " min"
              : t.toDays() + " d " + t.toHoursPart() + " h";
        })
        .orElse("\u2013");
  }

  /// [#words] for the template.
  public interface Spans {
    String words(Optional<Duration> time);
  }
}
