package org.healthassistant.assistant.record.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.healthassistant.assistant.record.SampleRecord;
import org.healthassistant.assistant.record.terms.Units;
import org.healthassistant.assistant.record.terms.Wording;
import org.healthassistant.assistant.record.told.RecordQuestion.Aspect;
import org.healthassistant.assistant.record.told.RecordQuestion.Part;
import org.healthassistant.connector.record.CareItem;
import org.healthassistant.connector.record.Measurement;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.RecordPart;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputedFactsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final String WEIGHT = "29463-7";
  private static final String PULSE = "8867-4";
  private final Units units = Units.builtIn();

  @ParameterizedTest
  @CsvSource({
    "70, kg, '[lb_av]', mass, 1, 154.3",
    "154.3, lbs, kg, mass, 1, 70.0",
    "98.6, '[degF]', Cel, temperature, 1, 37.0",
    "37.0, '°C', '°F', temperature, 1, 98.6",
    "126, mg/dL, mmol/L, glucose, 1, 7.0",
    "100, mg/dL, mmol/L, cholesterol, 2, 2.59",
    "16.5, kPa, 'mm[Hg]', pressure, 0, 124",
    "7.0, '%', mmol/mol, a1c, 0, 53",
    "4.4, mmol/L, meq/L, mono, 1, 4.4",
    "1.0, mg/dL, umol/L, creatinine, 0, 88",
    "65, '[in_i]', cm, length, 0, 165"
  })
  void convertsWithinAFamily(
      BigDecimal value, String from, String to, String family, int scale, BigDecimal expected) {
    assertThat(units.convert(value, from, to, family, scale)).contains(expected);
  }

  @Test
  void convertsNothingOutsideOfAFamily() {
    assertThat(units.convert(BigDecimal.ONE, "mg/dL", "mmol/L", null, 1)).isEmpty();
    assertThat(units.convert(BigDecimal.ONE, "kg", "cm", "mass", 1)).isEmpty();
    assertThat(units.convert(BigDecimal.ONE, "furlong", "kg", "mass", 1)).isEmpty();
    assertThat(units.convert(BigDecimal.ONE, "U/L", "u/l", null, 1)).contains(BigDecimal.ONE);
  }

  /// The reference multiplies by factors written out here, in doubles.
  @Test
  void convertsAsAPlainTableOfFactorsDoes() {
    long seed = 23;
    Random random = new Random(seed);
    String[] names = {"kg", "lb", "oz", "g", "st"};
    double[] kilograms = {1, 0.45359237, 0.028349523125, 0.001, 6.35029318};
    for (int round = 0; round < 2000; round++) {
      int from = random.nextInt(names.length);
      int to = random.nextInt(names.length);
      BigDecimal value = BigDecimal.valueOf(random.nextInt(1, 40000), 1);
      double expected = value.doubleValue() * kilograms[from] / kilograms[to];
      BigDecimal converted =
          units.convert(value, names[from], names[to], "mass", 6).orElseThrow();
      assertThat(converted.doubleValue())
          .as("seed %d, round %d: %s %s to %s", seed, round, value, names[from], names[to])
          .isCloseTo(expected, within(1e-5 + Math.abs(expected) * 1e-9));
    }
  }

  /// The reference tries every split of the sum of squares the slow way, from its definition.
  @Test
  void findsADirectionAsTheDefinitionOfTheTestDoes() {
    long seed = 29;
    Random random = new Random(seed);
    int sure = 0;
    for (int round = 0; round < 500; round++) {
      int count = random.nextInt(2, 40);
      double drift = random.nextInt(-3, 4) * 0.02;
      List<double[]> points = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        double day = random.nextInt(700);
        points.add(new double[] {day, Math.round(100 + drift * day + random.nextGaussian() * 4)});
      }
      Slope.Direction found = Slope.of(points);
      assertThat(found).as("seed %d, round %d", seed, round).isEqualTo(byDefinition(points));
      sure += found == Slope.Direction.UP || found == Slope.Direction.DOWN ? 1 : 0;
    }
    assertThat(sure).isBetween(100, 400);
  }

  private static Slope.Direction byDefinition(List<double[]> points) {
    int n = points.size();
    if (n < 5) {
      return Slope.Direction.FEW;
    }
    double pairs = 0;
    double squares = 0;
    double sumX = 0;
    double sumY = 0;
    for (double[] one : points) {
      sumX += one[0];
      sumY += one[1];
      for (double[] other : points) {
        pairs += (one[0] - other[0]) * (one[1] - other[1]);
        squares += (one[0] - other[0]) * (one[0] - other[0]);
      }
    }
    double slope = pairs / squares;
    double start = (sumY - slope * sumX) / n;
    double rest = 0;
    for (double[] one : points) {
      rest += Math.pow(one[1] - start - slope * one[0], 2);
    }
    double error = Math.sqrt(rest / (n - 2) / (squares / (2 * n)));
    double[] table = {0, 0, 0, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228};
    double critical = n - 2 <= 10 ? table[n - 2] : n - 2 < 30 ? 2.228 : 2.042;
    double t = slope / error;
    return Math.abs(t) <= critical
        ? Slope.Direction.UNCLEAR
        : t > 0 ? Slope.Direction.UP : Slope.Direction.DOWN;
  }

  @Test
  void putsReadingsOfDifferentUnitsIntoThatOfTheLatest() {
    PatientRecord record = SampleRecord.with(List.of(
        SampleRecord.number("o/1", WEIGHT, "80.0", "kg", "2026-01-05T08:00:00Z"),
        SampleRecord.number("o/2", WEIGHT, "12", "furlong", "2026-02-05T08:00:00Z"),
        SampleRecord.number("o/3", WEIGHT, "170.0", "lb", "2026-11-05T08:00:00Z")));
    assertThat(tell(record, measure("weight", Aspect.TREND)))
        .contains(
            "Your weight went down from 176.4 lb on 5 January 2026 to 170.0 lb on"
                + " 5 November 2026.",
            "That rests on 2 readings, too few to be sure of a trend.",
            "I left out 1 readings in another unit.");
  }

  @Test
  void tellsTheWeekAgainstTheFourWeeksBefore() {
    List<Measurement> days = new ArrayList<>();
    for (int day = 1; day <= 35; day++) {
      String at =
          Instant.parse("2026-11-24T12:00:00Z").minusSeconds(86400L * (day - 1)).toString();
      String steps = day <= 7 ? "8000" : "6000";
      days.add(SampleRecord.number("o/" + day, "41950-7", steps, "", at));
    }
    assertThat(tell(SampleRecord.with(days), measure("steps", Aspect.TREND)))
        .contains(
            "In the last 7 days the mean of 7 readings was 8000.",
            "In the four weeks before that it was 6000.");
  }

  @Test
  void tellsTheStepsOfAWeekWithTheirSumAndAgainstTheWeeksBefore() {
    List<Measurement> days = new ArrayList<>();
    for (int day = 1; day <= 35; day++) {
      String at =
          Instant.parse("2026-11-24T12:00:00Z").minusSeconds(86400L * (day - 1)).toString();
      String steps = day <= 7 ? "8000" : "6000";
      days.add(SampleRecord.number("o/" + day, "41950-7", steps, "steps", at));
    }
    RecordQuestion week = new RecordQuestion(
        Part.MEASURE,
        Aspect.LAST,
        List.of("steps"),
        " ",
        " ",
        LocalDate.of(2026, 11, 23),
        LocalDate.of(2026, 11, 24));
    assertThat(tell(SampleRecord.with(days), week))
        .contains(
            "You took 16000 steps on 2 days from 23 November 2026 to 24 November 2026, a mean of"
                + " 8000 steps a day.",
            "In the last 7 days the mean of 7 readings was 8000 steps.",
            "In the four weeks before that it was 6000 steps.");
  }

  @Test
  void saysThatNothingIsKnownOfSleepWhereNoDeviceToldAny() {
    assertThat(tell(SampleRecord.with(List.of()), measure("sleep", Aspect.LAST)))
        .contains("I find no reading of hours of sleep in your record.");
  }

  @Test
  void saysHowFarAValueIsFromTheGoalInTheUnitOfTheValue() {
    CareItem.Goal goal = new CareItem.Goal(
        "Goal/1",
        List.of(),
        "Weight below 75 kg",
        "active",
        null,
        List.of(new CareItem.Target(
            List.of(org.healthassistant.connector.record.Code.loinc(WEIGHT)),
            null,
            new BigDecimal("75"),
            "kg",
            null)));
    PatientRecord record = SampleRecord.with(
        List.of(SampleRecord.number("o/1", WEIGHT, "170.0", "lb", "2026-11-05T08:00:00Z"), goal));
    assertThat(tell(record, measure("weight", Aspect.GOAL)))
        .contains(
            "Your record lists this goal: Weight below 75 kg.",
            "The last value is 4.7 lb above it.");
  }

  @Test
  void neverSaysNoneOfWhatCouldNotBeRead() {
    PatientRecord cut =
        new PatientRecord(SampleRecord.with(List.of()).person(), List.of(), null, RecordPart.all());
    for (Part part : Part.values()) {
      if (part == Part.SOURCES || part == Part.SHEET || part == Part.ANY) {
        continue;
      }
      RecordQuestion question =
          new RecordQuestion(part, Aspect.LAST, List.of("potassium"), " ", " ", null, null);
      assertThat(tell(cut, question))
          .as(part.name())
          .anyMatch(text -> text.contains("could not read"))
          .noneMatch(text -> text.contains("lists no "));
    }
  }

  @Test
  void citesEverySentenceThatHoldsAValue() {
    PatientRecord record = SampleRecord.with(List.of(
        SampleRecord.number("o/1", WEIGHT, "80.0", "kg", "2026-01-05T08:00:00Z"),
        SampleRecord.number("o/3", WEIGHT, "79.0", "kg", "2026-11-05T08:00:00Z")));
    for (Aspect aspect : Set.of(Aspect.LAST, Aspect.TREND, Aspect.HIGHEST, Aspect.AVERAGE)) {
      Reply reply = teller(record).tell(measure("weight", aspect)).orElseThrow();
      assertThat(reply.lines())
          .as(aspect.name())
          .filteredOn(line -> line.text().contains(" kg"))
          .isNotEmpty()
          .allMatch(line -> !line.sources().isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "6.358864759463875, 6.359",
    "1234.5678901234, 1235",
    "0.00123456789, 0.001235",
    "120.0000000000, 120",
    "6.3588, 6.3588",
    "7.10, 7.10"
  })
  void leavesOutDigitsThatOnlyAMachineReckons(String recorded, String told) {
    PatientRecord record = SampleRecord.with(List.of(
        SampleRecord.number("o/1", WEIGHT, recorded, "kg", "2026-01-05T08:00:00Z"),
        SampleRecord.number("o/2", WEIGHT, recorded, "kg", "2026-11-05T08:00:00Z")));
    assertThat(tell(record, measure("weight", Aspect.LAST)))
        .contains("Your last weight was " + told + " kg on 5 November 2026.")
        .contains("The one before was " + told + " kg on 5 January 2026.");
  }

  @Test
  void saysUnitsInTheReadersLanguage() {
    PatientRecord record = SampleRecord.with(List.of(
        SampleRecord.number("o/1", PULSE, "80", "beats/minute", "2026-01-05T08:00:00Z"),
        SampleRecord.number("o/2", PULSE, "70", "/min", "2026-11-05T08:00:00Z")));
    List<Aspect> all =
        List.of(Aspect.LAST, Aspect.PREVIOUS, Aspect.TREND, Aspect.HIGHEST, Aspect.AVERAGE);
    for (Aspect aspect : all) {
      assertThat(tell(record, measure("heart-rate", aspect), Language.SPANISH))
          .as(aspect.name())
          .anyMatch(text -> text.contains(" latidos/min"))
          .noneMatch(text -> text.contains("beats") || text.contains("minute"));
    }
  }

  private static RecordQuestion measure(String name, Aspect aspect) {
    return new RecordQuestion(Part.MEASURE, aspect, List.of(name), " ", " ", null, null);
  }

  private static RecordTeller teller(PatientRecord record) {
    return new RecordTeller(record, Wording.of(Language.ENGLISH), Language.ENGLISH, NOW, ZONE);
  }

  private static List<String> tell(PatientRecord record, RecordQuestion question) {
    return tell(record, question, Language.ENGLISH);
  }

  private static List<String> tell(
      PatientRecord record, RecordQuestion question, Language language) {
    Optional<Reply> reply =
        new RecordTeller(record, Wording.of(language), language, NOW, ZONE).tell(question);
    return reply.orElseThrow().lines().stream().map(Told::text).toList();
  }
}
