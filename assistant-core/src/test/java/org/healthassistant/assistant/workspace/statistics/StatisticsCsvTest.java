package org.healthassistant.assistant.workspace.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.healthassistant.assistant.safety.Level;
import org.junit.jupiter.api.Test;

class StatisticsCsvTest {

  private static final Period PERIOD =
      new Period(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-02"));

  @Test
  void writesFieldsThatASpreadsheetTakesForNoFormula() {
    assertThat(line("=1+1", "+x", "-x", "@x", "a,b", "say \"hi\"", "a\nb", -3, ""))
        .isEqualTo("'=1+1,'+x,'-x,'@x,\"a,b\",\"say \"\"hi\"\"\",\"a\nb\",-3,\r\n");
  }

  @Test
  void protectsFormulasThatBeginWithATabOrACarriageReturn() {
    assertThat(line("\t=1", "\r=1")).isEqualTo("'\t=1,\"'\r=1\"\r\n");
  }

  @Test
  void writesEveryFigureOfALevelUnderItsName() {
    Statistics of = new Statistics(
        List.of(new LevelFigures(
            Level.EMERGENCY,
            4,
            1,
            2,
            seconds(3, 10, 90),
            seconds(2, 20, 91),
            seconds(1, 30, 92),
            DurationPercentiles.of(List.of()))),
        List.of());

    List<String> lines = StatisticsCsv.levels(PERIOD, of).lines().toList();

    assertThat(lines)
        .containsExactly(
            "from,to,level,escalations,open,missed,"
                + "first_page_number,first_page_median_s,first_page_p90_s,"
                + "acknowledged_number,acknowledged_median_s,acknowledged_p90_s,"
                + "contact_number,contact_median_s,contact_p90_s,"
                + "resolved_number,resolved_median_s,resolved_p90_s",
            "2026-11-01,2026-11-02,EMERGENCY,4,1,2,3,10,90,2,20,91,1,30,92,0,,");
  }

  @Test
  void writesARuleALineAndTheHeaderEvenWhenThereIsNone() {
    String header = "from,to,rule,judged,false_alarms,false_alarm_percent\r\n";

    assertThat(StatisticsCsv.rules(PERIOD, List.of())).isEqualTo(header);
    assertThat(StatisticsCsv.rules(PERIOD, List.of(new RuleFigures("chest-pain-01", 3, 1))))
        .isEqualTo(header + "2026-11-01,2026-11-02,chest-pain-01,3,1,33\r\n");
  }

  @Test
  void hasNoTableWithoutColumns() {
    assertThatThrownBy(() -> new CsvTable<>(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("column");
  }

  /// The one line of a table whose columns are the places of its row.
  private static String line(Object... values) {
    List<CsvTable.Column<List<Object>>> columns = new ArrayList<>();
    IntStream.range(0, values.length).forEach(i -> {
      Function<List<Object>, Object> value = row -> row.get(i);
      columns.add(new CsvTable.Column<>("c" + i, value));
    });
    String all = new CsvTable<>(columns).write(List.of(List.of(values)));
    return all.substring(all.indexOf("\r\n") + 2);
  }

  private static DurationPercentiles seconds(int number, int median, int ninetieth) {
    return new DurationPercentiles(
        number,
        Optional.of(Duration.ofSeconds(median)),
        Optional.of(Duration.ofSeconds(ninetieth)));
  }
}
