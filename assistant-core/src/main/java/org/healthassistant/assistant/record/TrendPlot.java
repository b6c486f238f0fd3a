package org.healthassistant.assistant.record;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.record.terms.Wording;

/// Draws a trend as an SVG image that can be read without seeing it.
public final class TrendPlot {

  private static final double LEFT = 56;
  private static final double RIGHT = 584;
  private static final double TOP = 24;
  private static final double BOTTOM = 196;
  private static final int LABEL_HEIGHT = 16;
  private static final int ROW = 22;
  private static final int TABLE_ROWS = 8;

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
            trend.range().stream()
                .flatMap(
                    r -> Stream.concat(Stream.ofNullable(r.low()), Stream.ofNullable(r.high()))))
        .map(BigDecimal::doubleValue)
        .toList();
    double min = values.stream().min(Comparator.naturalOrder()).orElse(0d);
    double max = values.stream().max(Comparator.naturalOrder()).orElse(1d);
    double margin = max > min ? (max - min) * 0.1 : Math.max(1, Math.abs(max) * 0.1);
    this.low = min - margin;
    this.high = max + margin;
    this.first = trend.points().getFirst().at().toEpochSecond();
    this.span = Math.max(1, trend.points().getLast().at().toEpochSecond() - first);
  }

  /// The plot as `image/svg+xml`: title, description, a data table as text, and a line. Colours are
  /// classes, there is no inline style.
  ///
  /// @param language `en` or `es`
  public static String svg(Trend trend, String language) {
    return new TrendPlot(trend, Wording.of(language)).draw();
  }

  private String draw() {
    int rows = Math.min(TABLE_ROWS, trend.points().size());
    return """
        <svg xmlns="http://www.w3.org/2000/svg" class="trend" viewBox="0 0 600 {height}" role="img" \
        aria-labelledby="trend-title trend-desc">
        <title id="trend-title">{title}</title>
        <desc id="trend-desc">{desc}</desc>
        {range}
        <line class="trend-axis" x1="56" y1="196" x2="584" y2="196" stroke="currentColor"/>
        {labels}
        {lines}
        {table}
        </svg>
        """.replace("{height}", Integer.toString(248 + (rows + 1) * ROW))
        .replace("{title}", escape(trend.title()))
        .replace("{desc}", escape(description()))
        .replace("{range}", range())
        .replace("{labels}", labels())
        .replace("{lines}", lines())
        .replace("{table}", table(rows));
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

  private String range() {
    Optional<Trend.Range> range = trend.range();
    if (range.isEmpty()) {
      return "";
    }
    BigDecimal from = range.get().low();
    BigDecimal to = range.get().high();
    double bottom = from == null ? BOTTOM : Math.min(BOTTOM, y(from));
    double top = to == null ? TOP : Math.max(TOP, y(to));
    return bottom <= top
        ? ""
        : format(
            "<rect class=\"trend-range\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\""
                + " fill=\"currentColor\" fill-opacity=\"0.08\"><title>%s</title></rect>",
            LEFT, top, RIGHT - LEFT, bottom - top, escape(wording.say("plot.range")));
  }

  private String labels() {
    Trend.Point from = trend.points().getFirst();
    Trend.Point to = trend.points().getLast();
    String start =
        trend.points().size() == 1 ? "" : text("trend-label", LEFT, 216, "start", date(from));
    return start
        + text("trend-label", RIGHT, 216, "end", date(to))
        + text("trend-label", LEFT, 16, "start", trend.unit())
        + scale();
  }

  /// The highest and the lowest value, each beside its height.
  private String scale() {
    List<BigDecimal> all = trend.points().stream().flatMap(TrendPlot::numbers).toList();
    BigDecimal highest = all.stream().max(Comparator.naturalOrder()).orElseThrow();
    BigDecimal lowest = all.stream().min(Comparator.naturalOrder()).orElseThrow();
    String top = mark(highest);
    return y(lowest) - y(highest) < LABEL_HEIGHT ? top : top + mark(lowest);
  }

  private String mark(BigDecimal value) {
    int y = (int) Math.round(y(value)) + 5;
    return text("trend-label", LEFT - 8, y, "end", value.toPlainString());
  }

  private String lines() {
    boolean pressure = trend.points().stream().allMatch(p -> p.diastolic() != null);
    String upper = line("trend-line", Trend.Point::value);
    return pressure ? upper + line("trend-line trend-lower", this::diastolic) : upper;
  }

  private BigDecimal diastolic(Trend.Point point) {
    BigDecimal value = point.diastolic();
    return value == null ? point.value() : value;
  }

  private String line(String cssClass, Function<Trend.Point, BigDecimal> of) {
    String path = trend.points().stream()
        .map(p -> format("%.1f,%.1f", x(p), y(of.apply(p))))
        .collect(Collectors.joining(" "));
    String dots = trend.points().stream()
        .map(p -> format(
            "<circle class=\"trend-point\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"currentColor\"/>",
            x(p), y(of.apply(p))))
        .collect(Collectors.joining());
    return "<polyline class=\"" + cssClass + "\" fill=\"none\" stroke=\"currentColor\""
        + " stroke-width=\"2\" points=\"" + path + "\"/>" + dots;
  }

  private String table(int rows) {
    List<Trend.Point> latest = trend.points().reversed().subList(0, rows);
    StringBuilder table = new StringBuilder();
    table
        .append("<g class=\"trend-table\" role=\"table\" aria-label=\"")
        .append(escape(wording.say("plot.table", "title", trend.title())))
        .append("\">");
    table.append(row(0, "columnheader", wording.say("plot.date"), wording.say("plot.value")));
    for (int i = 0; i < rows; i++) {
      table.append(row(i + 1, "cell", date(latest.get(i)), value(latest.get(i))));
    }
    return table.append("</g>").toString();
  }

  private String row(int index, String role, String left, String right) {
    int y = 248 + index * ROW;
    return "<g role=\"row\">"
        + format(
            "<text role=\"%s\" class=\"trend-%s\" x=\"%.0f\" y=\"%d\">%s</text>",
            role, role, LEFT, y, escape(left))
        + format(
            "<text role=\"%s\" class=\"trend-%s\" x=\"%.0f\" y=\"%d\">%s</text>",
            role, role, 320d, y, escape(right))
        + "</g>";
  }

  private static String text(String cssClass, double x, int y, String anchor, String content) {
    return content.isEmpty()
        ? ""
        : format(
            "<text class=\"%s\" x=\"%.0f\" y=\"%d\" text-anchor=\"%s\" font-size=\"13\""
                + " fill=\"currentColor\">%s</text>",
            cssClass, x, y, anchor, escape(content));
  }

  private String value(Trend.Point point) {
    BigDecimal systolic = point.systolic();
    BigDecimal diastolic = point.diastolic();
    String number = systolic != null && diastolic != null
        ? systolic.toPlainString() + "/" + diastolic.toPlainString()
        : point.value().toPlainString();
    return trend.unit().isEmpty() ? number : number + " " + trend.unit();
  }

  private String date(Trend.Point point) {
    return wording.date(point.at().toLocalDate());
  }

  private double x(Trend.Point point) {
    return trend.points().size() == 1
        ? (LEFT + RIGHT) / 2
        : LEFT + (RIGHT - LEFT) * (point.at().toEpochSecond() - first) / span;
  }

  private double y(BigDecimal value) {
    return BOTTOM - (BOTTOM - TOP) * (value.doubleValue() - low) / (high - low);
  }

  private static Stream<BigDecimal> numbers(Trend.Point point) {
    return Stream.concat(Stream.of(point.value()), Stream.ofNullable(point.diastolic()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
