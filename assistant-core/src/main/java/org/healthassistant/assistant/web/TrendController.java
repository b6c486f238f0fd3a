package org.healthassistant.assistant.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.plot.Trend;
import org.healthassistant.assistant.record.plot.TrendPlot;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The readings of one measured thing over time, as a plot or as numbers.
@RestController
@RequestMapping("/api/v1/me/record/trends")
class TrendController {

  private final Patients patients;
  private final RecordDesk records;

  TrendController(Patients patients, RecordDesk records) {
    this.patients = patients;
    this.records = records;
  }

  @GetMapping(path = "/{code}", produces = "image/svg+xml")
  @Operation(
      operationId = "readTrend",
      summary = "The readings of one measured thing by LOINC code, as a plot or as" + " numbers")
  String plot(Caller caller, @PathVariable String code, Locale asked) {
    return TrendPlot.svg(trend(caller, code), Language.ofLocale(asked));
  }

  @GetMapping(path = "/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "readTrend",
      summary = "The readings of one measured thing by LOINC code, as a plot or as" + " numbers")
  TrendView numbers(Caller caller, @PathVariable String code) {
    Trend trend = trend(caller, code);
    return new TrendView(
        trend.code(),
        trend.title(),
        trend.unit(),
        trend.points().stream()
            .map(p -> new PointView(
                p.at().toString(), p.value(), p.systolic(), p.diastolic(), p.source()))
            .toList(),
        trend.range().map(r -> new RangeView(r.low(), r.high())).orElse(null),
        trend.goal().orElse(null));
  }

  private Trend trend(Caller caller, String code) {
    return records
        .trend(patients.viewer(caller), code)
        .orElseThrow(() -> ApiProblem.notFound("trend"));
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TrendView(
      String code,
      String title,
      String unit,
      List<PointView> points,
      @Nullable RangeView range,
      @Nullable BigDecimal goal) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PointView(
      String at,
      BigDecimal value,
      @Nullable BigDecimal systolic,
      @Nullable BigDecimal diastolic,
      String source) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RangeView(@Nullable BigDecimal low, @Nullable BigDecimal high) {}
}
