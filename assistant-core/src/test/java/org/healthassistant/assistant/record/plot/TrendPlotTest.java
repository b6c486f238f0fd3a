package org.healthassistant.assistant.record.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;

class TrendPlotTest {

  private static Trend trend(int readings) {
    OffsetDateTime first = OffsetDateTime.parse("2026-11-01T00:00:00Z");
    List<Trend.Point> points = IntStream.range(0, readings)
        .mapToObj(i -> new Trend.Point(
            first.plusMinutes(i),
            BigDecimal.valueOf(i == readings / 2 ? 160 : 70 + i % 5),
            null,
            null,
            "Observation/" + i))
        .toList();
    return new Trend(
        "8867-4", "Heart rate", "beats/min", points, Optional.empty(), Optional.empty());
  }

  private static int dots(String svg) {
    return svg.split("<circle", -1).length - 1;
  }

  /// The different heights of the dots, the topmost first.
  private static List<Double> heights(String svg) {
    return Pattern.compile("<circle[^>]*cy=\"([0-9.]+)\"")
        .matcher(svg)
        .results()
        .map(found -> Double.valueOf(found.group(1)))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void drawsEachOfAFewReadings() {
    assertThat(dots(TrendPlot.svg(trend(300), Language.ENGLISH))).isEqualTo(300);
  }

  /// The one high reading among tens of thousands is still in sight.
  @Test
  void drawsOfManyTheLowestAndHighestWhereTheyStand() {
    String svg = TrendPlot.svg(trend(40_000), Language.ENGLISH);
    assertThat(dots(svg)).isBetween(500, 1_100);
    assertThat(svg).contains("160");
    assertThat(heights(svg)).as("the peak, far above all others").hasSizeGreaterThan(2);
    double top = heights(svg).getFirst();
    assertThat(heights(svg).get(1) - top).isGreaterThan(50);
  }
}
