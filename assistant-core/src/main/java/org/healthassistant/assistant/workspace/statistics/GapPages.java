package org.healthassistant.assistant.workspace.statistics;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.library.ContentGaps;
import org.healthassistant.assistant.library.ContentGaps.Gap;
import org.healthassistant.assistant.store.ClinicalClock;
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

/// What was asked and not covered by the library, by topic, for administrators.
@Controller
@WorkspacePage
class GapPages {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private static final CsvTable<Gap> TABLE = new CsvTable<>(List.of(
      new CsvTable.Column<>("topic", Gap::topic),
      new CsvTable.Column<>("language", Gap::language),
      new CsvTable.Column<>("asked", Gap::asked)));

  private final ContentGaps gaps;
  private final ClinicalClock clinic;

  GapPages(ContentGaps gaps, ClinicalClock clinic) {
    this.gaps = gaps;
    this.clinic = clinic;
  }

  @GetMapping("/workspace/statistics/gaps")
  String page(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      Caller caller,
      Model model) {
    Period period = period(from, to, caller);
    model.addAttribute("period", period);
    model.addAttribute("gaps", gaps.between(period.from(), period.to()));
    return "workspace/gaps";
  }

  @GetMapping("/workspace/statistics/gaps.csv")
  ResponseEntity<String> file(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      Caller caller) {
    Period period = period(from, to, caller);
    String name = "gaps-" + period.from() + "-" + period.to() + ".csv";
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(TABLE.write(gaps.between(period.from(), period.to())));
  }

  private Period period(String from, String to, Caller caller) {
    if (!Clinicians.administers(caller)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    try {
      return Period.parse(from, to, clinic.today());
    } catch (IllegalArgumentException wrong) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, wrong.getMessage(), wrong);
    }
  }
}
