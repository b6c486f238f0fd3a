package org.healthassistant.assistant.record.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.knowledge.text.Language;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// Draws a trend as an SVG image that can be read without seeing it: title, description, a
/// line, and the latest readings as a table. Colours are classes, there is no inline style.
///
/// Here stands what is where; how it looks stands in the template `record/trend.svg`.
public final class TrendPlot {

  private static final int LEFT = 56;
  private static final int RIGHT = 584;
  private static final int TOP = 24;
  private static final int BOTTOM = 196;
  private static final int UNIT_LINE = 16;
  private static final int DATE_LINE = 216;
  private static final int TABLE = 248;
  private static final int ROW = 22;
  private static final int MOST_ROWS = 8;
  private static final int MOST_DOTS = 500;
  private static final int LABEL_HEIGHT = 16;
  private static final double MARGIN = 0.1;
  private static final int MOST_TICKS = 5;
  private static final int MOST_VALUES = 8;
  private static final int MARGIN_OF_TEXT = 24;

  private static final SpringTemplateEngine TEMPLATES = templates();

  private final Trend trend;
  private final Wording wording;
  private final double low;
  private final double high;
  private final long first;
  private final long span;

  private TrendPlot(Trend trend, Wording wording) {
    this.trend = trend;
    this.wording = wording;
    List<Double> values = Stream.concat(
            trend.points().stream().flatMap(TrendPlot::numbers),
            Stream.concat(
                trend.goal().stream(),
                trend.range().stream()
                    .flatMap(r ->
                        Stream.concat(Stream.ofNullable(r.low()), Stream.ofNullable(r.high())))))
        .map(BigDecimal::doubleValue)
        .toList();
    double min = values.stream().min(Comparator.naturalOrder()).orElse(0d);
    double max = values.stream().max(Comparator.naturalOrder()).orElse(1d);
    double margin = max > min ? (max - min) * MARGIN : Math.max(1, Math.abs(max) * MARGIN);
    this.low = min - margin;
    this.high = max + margin;
    this.first = trend.points().getFirst().at().toEpochSecond();
    this.span = Math.max(1, trend.points().getLast().at().toEpochSecond() - first);
  }

  /// The plot as `image/svg+xml`.
  ///
  /// @param language `en` or `es`
  public static String svg(Trend trend, Language language) {
    TrendDrawing drawing = new TrendPlot(trend, Wording.of(language)).draw();
    return TEMPLATES.process("trend", new Context(Locale.ROOT, Map.of("plot", drawing)));
  }

  private static SpringTemplateEngine templates() {
    ClassLoaderTemplateResolver files =
        new ClassLoaderTemplateResolver(TrendPlot.class.getClassLoader());
    files.setPrefix("templates/record/");
    files.setSuffix(".svg");
    files.setTemplateMode(TemplateMode.XML);
    files.setCharacterEncoding("UTF-8");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(files);
    return engine;
  }

  private TrendDrawing draw() {
    List<TrendDrawing.Row> rows = rows();
    return new TrendDrawing(
        TABLE + rows.size() * ROW,
        trend.title(),
        description(),
        range(),
        trend.goal().map(goal -> number(y(goal))).stream().toList(),
        labels(),
        lines(),
        wording.say("plot.table", "title", trend.title()),
        rows);
  }

  private String description() {
    List<Trend.Point> points = trend.points();
    Trend.Point last = points.getLast();
    if (points.size() == 1) {
      return wording.say(
          "plot.desc.one", "title", trend.title(), "latest", value(last), "last", date(last));
    }
    Comparator<Trend.Point> byValue = Comparator.comparing(Trend.Point::value);
    return wording.say(
        "plot.desc",
        "title",
        trend.title(),
        "count",
        Integer.toString(points.size()),
        "first",
        date(points.getFirst()),
        "last",
        date(last),
        "low",
        value(points.stream().min(byValue).orElse(last)),
        "high",
        value(points.stream().max(byValue).orElse(last)),
        "latest",
        value(last));
  }

  private List<TrendDrawing.Band> range() {
    Optional<Trend.Range> range = trend.range();
    if (range.isEmpty()) {
      return List.of();
    }
    BigDecimal from = range.get().low();
    BigDecimal to = range.get().high();
    double bottom = from == null ? BOTTOM : Math.min(BOTTOM, y(from));
    double top = to == null ? TOP : Math.max(TOP, y(to));
    return bottom <= top
        ? List.of()
        : List.of(new TrendDrawing.Band(
            number(LEFT),
            number(top),
            number(RIGHT - LEFT),
            number(bottom - top),
            wording.say("plot.range")));
  }

  /// The title, the dates of the first and the last reading, a few round values beside their
  /// height, what band and line mean, and the values at the readings where there is room.
  private List<TrendDrawing.Label> labels() {
    Trend.Point from = trend.points().getFirst();
    Trend.Point to = trend.points().getLast();
    List<TrendDrawing.Label> labels = new ArrayList<>();
    if (trend.points().size() > 1) {
      labels.add(new TrendDrawing.Label(LEFT, DATE_LINE, "start", date(from)));
    }
    labels.add(new TrendDrawing.Label(RIGHT, DATE_LINE, "end", date(to)));
    String unit = trend.unit().isEmpty() ? "" : ", " + wording.unit(trend.unit());
    labels.add(new TrendDrawing.Label(LEFT, UNIT_LINE, "start", trend.title() + unit));
    ticks()
        .forEach(tick -> labels.add(new TrendDrawing.Label(
            LEFT - 8, (int) Math.round(y(tick)) + 5, "end", tick.toPlainString())));
    range()
        .forEach(band -> labels.add(new TrendDrawing.Label(
            LEFT + 6, (int) Double.parseDouble(band.y()) + LABEL_HEIGHT, "start", band.title())));
    trend
        .goal()
        .ifPresent(goal -> labels.add(new TrendDrawing.Label(
            RIGHT,
            (int) Math.round(y(goal)) - 4,
            "end",
            wording.say("plot.goal", "value", goal.toPlainString()))));
    if (trend.points().size() > 1 && trend.points().size() <= MOST_VALUES) {
      trend.points().forEach(point -> labels.add(value(point, number(point))));
    }
    return labels;
  }

  private TrendDrawing.Label value(Trend.Point point, String text) {
    int x = (int) Math.round(x(point));
    String anchor =
        x < LEFT + MARGIN_OF_TEXT ? "start" : x > RIGHT - MARGIN_OF_TEXT ? "end" : "middle";
    return new TrendDrawing.Label(x, (int) Math.round(y(point.value())) - 8, anchor, text);
  }

  /// At most five round values in sight: steps of 1, 2 or 5 times a power of ten.
  private List<BigDecimal> ticks() {
    double raw = (high - low) / (MOST_TICKS - 1);
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double times = raw / power;
    double round = times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10;
    BigDecimal step = BigDecimal.valueOf(round * power).stripTrailingZeros();
    BigDecimal first = BigDecimal.valueOf(Math.ceil(low / step.doubleValue())).multiply(step);
    List<BigDecimal> ticks = new ArrayList<>();
    for (BigDecimal at = first; at.doubleValue() <= high; at = at.add(step)) {
      BigDecimal plain = at.stripTrailingZeros();
      ticks.add(plain.scale() < 0 ? plain.setScale(0, java.math.RoundingMode.UNNECESSARY) : plain);
    }
    return ticks;
  }

  private List<TrendDrawing.Line> lines() {
    boolean pressure = trend.points().stream().allMatch(p -> p.diastolic() != null);
    TrendDrawing.Line upper = line("trend-line", Trend.Point::value);
    return pressure
        ? List.of(upper, line("trend-line trend-lower", TrendPlot::lower))
        : List.of(upper);
  }

  private static BigDecimal lower(Trend.Point point) {
    BigDecimal value = point.diastolic();
    return value == null ? point.value() : value;
  }

  private TrendDrawing.Line line(String cssClass, Function<Trend.Point, BigDecimal> measure) {
    List<TrendDrawing.Dot> dots = shown(measure).stream()
        .map(p -> new TrendDrawing.Dot(number(x(p)), number(y(measure.apply(p)))))
        .toList();
    String path =
        dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
    return new TrendDrawing.Line(cssClass, path, dots);
  }

  /// The readings that can be told apart: of many those that are the lowest or the highest where
  /// they stand, which draws the same picture.
  private List<Trend.Point> shown(Function<Trend.Point, BigDecimal> measure) {
    List<Trend.Point> points = trend.points();
    if (points.size() <= MOST_DOTS) {
      return points;
    }
    Comparator<Trend.Point> byValue = Comparator.comparing(measure);
    Map<Long, List<Trend.Point>> columns = points.stream()
        .collect(Collectors.groupingBy(
            point -> Math.round(x(point)), TreeMap::new, Collectors.toList()));
    return columns.values().stream()
        .flatMap(
            column -> Stream.of(Collections.min(column, byValue), Collections.max(column, byValue)))
        .distinct()
        .sorted(Comparator.comparing(Trend.Point::at))
        .toList();
  }

  private List<TrendDrawing.Row> rows() {
    List<TrendDrawing.Row> rows = new ArrayList<>();
    rows.add(new TrendDrawing.Row(
        "columnheader", TABLE, wording.say("plot.date"), wording.say("plot.value")));
    for (Trend.Point point : trend.points().reversed().stream().limit(MOST_ROWS).toList()) {
      rows.add(new TrendDrawing.Row("cell", TABLE + rows.size() * ROW, date(point), value(point)));
    }
    return rows;
  }

  private static String number(Trend.Point point) {
    BigDecimal systolic = point.systolic();
    BigDecimal diastolic = point.diastolic();
    return systolic != null && diastolic != null
        ? systolic.toPlainString() + "/" + diastolic.toPlainString()
        : point.value().toPlainString();
  }

  private String value(Trend.Point point) {
    String number = number(point);
    return trend.unit().isEmpty() ? number : number + " " + wording.unit(trend.unit());
  }

  private String date(Trend.Point point) {
    return wording.date(point.at().toLocalDate());
  }

  private double x(Trend.Point point) {
    return trend.points().size() == 1
        ? (LEFT + RIGHT) / 2d
        : LEFT + (double) (RIGHT - LEFT) * (point.at().toEpochSecond() - first) / span;
  }

  private double y(BigDecimal value) {
    return BOTTOM - (BOTTOM - TOP) * (value.doubleValue() - low) / (high - low);
  }

  private static Stream<BigDecimal> numbers(Trend.Point point) {
    return Stream.concat(Stream.of(point.value()), Stream.ofNullable(point.diastolic()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
