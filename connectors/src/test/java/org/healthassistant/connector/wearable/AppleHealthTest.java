package org.healthassistant.connector.wearable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class AppleHealthTest {

  private static final String HEAD = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE HealthData [
      <!-- HealthKit Export Version: 12 -->
      <!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout)*)>
      <!ATTLIST HealthData locale CDATA #REQUIRED>
      ]>
      <HealthData locale="en_US">
       <ExportDate value="2026-11-30 07:27:26 -0500"/>
      """;

  private static String record(String type, String unit, String value, String more) {
    return " <Record type=\"HK" + type + "\" sourceName=\"Watch of M\" unit=\"" + unit
        + "\" startDate=\"2026-11-29 08:00:00 -0500\" endDate=\"2026-11-29 08:10:00 -0500\""
        + " value=\"" + value + "\"" + more + "/>\n";
  }

  private static Collected read(String records) {
    return Collected.of(HEAD + records + "</HealthData>");
  }

  @Test
  void valuesComeInOneUnitWithTheirOffsets() {
    assertThat(read(record("QuantityTypeIdentifierHeartRate", "count/min", "72", "")
                + record("QuantityTypeIdentifierBodyMass", "lb", "180", "")
                + record("QuantityTypeIdentifierBodyTemperature", "degF", "100.4", "")
                + record("QuantityTypeIdentifierHeight", "ft", "6", "")
                + record(
                    "QuantityTypeIdentifierBloodGlucose",
                    "mmol&lt;180.1558800000541&gt;/L",
                    "5.5",
                    ""))
            .lines())
        .containsExactly(
            "8867-4 72 /min 2026-11-29T08:00-05:00 WORN",
            "29463-7 81.65 kg 2026-11-29T08:00-05:00 WORN",
            "8310-5 38 Cel 2026-11-29T08:00-05:00 WORN",
            "8302-2 182.9 cm 2026-11-29T08:00-05:00 WORN",
            "2339-0 99 mg/dL 2026-11-29T08:00-05:00 WORN");
  }

  @Test
  void aShareOfOneIsAPercentage() {
    assertThat(read(record("QuantityTypeIdentifierOxygenSaturation", "%", "0.97", "")
                + record("QuantityTypeIdentifierOxygenSaturation", "%", "97", ""))
            .samples)
        .extracting(sample -> sample.value().toPlainString())
        .containsExactly("97", "97");
  }

  @Test
  void theTwoPressuresBecomeOneWhereverTheyStand() {
    String upper = record("QuantityTypeIdentifierBloodPressureSystolic", "mmHg", "188", "");
    String lower = record("QuantityTypeIdentifierBloodPressureDiastolic", "mmHg", "112", "");
    Collected read = read(upper + lower
        + "<Correlation type=\"HKCorrelationTypeIdentifierBloodPressure\">" + upper + lower
        + "</Correlation>");
    assertThat(read.lines())
        .as("the same twice, for whoever keeps them to see")
        .containsExactly(
            "85354-9 188/112 mm[Hg] 2026-11-29T08:00-05:00 WORN",
            "85354-9 188/112 mm[Hg] 2026-11-29T08:00-05:00 WORN");
    assertThat(read.types).hasSize(5);
  }

  @Test
  void onlySleepIsSleep() {
    String sleep = "CategoryTypeIdentifierSleepAnalysis";
    Collected read = read(record(sleep, "", "HKCategoryValueSleepAnalysisInBed", "")
        + record(sleep, "", "HKCategoryValueSleepAnalysisAsleepCore", "")
        + record(sleep, "", "HKCategoryValueSleepAnalysisAwake", ""));
    assertThat(read.lines()).containsExactly("93832-4 0.1667 h 2026-11-29T08:00-05:00 WORN");
    assertThat(read.skipped).hasSize(2);
  }

  @Test
  void whatTheMetadataSayCounts() {
    Collected read = read("""
         <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="iPhone" unit="count/min"
           startDate="2026-11-29 08:00:00 -0500" endDate="2026-11-29 08:00:00 -0500" value="150">
          <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="2"/>
          <MetadataEntry key="HKTimeZone" value="America/Los_Angeles"/>
         </Record>
         <Record type="HKQuantityTypeIdentifierBodyMass" sourceName="Health" unit="kg"
           startDate="2026-11-29 08:00:00 -0500" endDate="2026-11-29 08:00:00 -0500" value="80">
          <MetadataEntry key="HKWasUserEntered" value="1"/>
         </Record>
        """);
    assertThat(read.lines())
        .containsExactly(
            "8867-4 150 /min 2026-11-29T05:00-08:00 PHONE",
            "29463-7 80 kg 2026-11-29T08:00-05:00 TYPED");
    assertThat(read.samples).extracting(Sample::active).containsExactly(true, false);
  }

  @Test
  void aDamagedDocumentTypeAndControlCharactersHurtNothing() {
    String damaged = HEAD.replace("CDATA #REQUIRED>", "CDATA #REQUIRED\n<!ELEMENT X EMPTY>");
    assertThat(Collected.of(damaged
                + record(
                    "QuantityTypeIdentifierHeartRate", "count/min", "72", " device=\"a\u000Bb\"")
                + "</HealthData>")
            .samples)
        .hasSize(1);
  }

  @Test
  void nothingOutsideOfTheFileIsRead() {
    assertThatThrownBy(
            () -> Collected.of("<!DOCTYPE HealthData [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<HealthData locale=\"&x;\"/>"))
        .isInstanceOf(UnreadableMeasurements.class);
  }

  @Test
  void whatNobodyCanHaveIsNotTaken() {
    assertThat(read(record("QuantityTypeIdentifierHeartRate", "count/min", "9000", "")
                + record("QuantityTypeIdentifierHeartRate", "parsecs", "70", "")
                + record("QuantityTypeIdentifierHeartRate", "count/min", "many", ""))
            .skipped)
        .hasSize(3)
        .allSatisfy(why -> assertThat(why).doesNotContain("9000").doesNotContain("many"));
  }

  @Test
  void theExportIsFoundInItsZipWhateverItIsCalled() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("apple_health_export/export_cda.xml"));
      zip.write("<not well formed".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("apple_health_export/electrocardiograms/ecg.csv"));
      zip.write("1,2".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("apple_health_export/exportaci\u00f3n.xml"));
      zip.write((HEAD + record("QuantityTypeIdentifierHeartRate", "count/min", "72", "")
              + "</HealthData>")
          .getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Collected.of(bytes.toByteArray()).samples).hasSize(1);
    assertThatThrownBy(() -> Collected.of(java.util.Arrays.copyOf(bytes.toByteArray(), 300)))
        .isInstanceOf(UnreadableMeasurements.class);
  }

  @Test
  void whatBreaksOffHandsOnWhatCameBefore() {
    Collected collected = new Collected();
    String half = HEAD + record("QuantityTypeIdentifierHeartRate", "count/min", "72", "")
        + " <Record type=\"HKQuant";
    assertThatThrownBy(() -> MeasurementFile.read(
            new java.io.ByteArrayInputStream(half.getBytes(StandardCharsets.UTF_8)), collected))
        .isInstanceOf(UnreadableMeasurements.class);
    assertThat(collected.samples).hasSize(1);
  }

  /// An export of any length is read with the same memory: a stream without end until it is cut.
  @Test
  void memoryStaysFlat() {
    String one = record(
        "QuantityTypeIdentifierHeartRate",
        "count/min",
        "72",
        " device=\"&lt;&lt;HKDevice: 0x282a45810&gt;, name:Apple Watch&gt;\"");
    long records = 400_000;
    Counting counting = new Counting();
    try (InputStream in = new Repeated(HEAD, one, records, "</HealthData>")) {
      MeasurementFile.read(in, counting);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertThat(counting.samples).isEqualTo(records);
  }

  private static final class Counting implements SampleSink {
    long samples;

    @Override
    public void record(String type) {}

    @Override
    public void sample(Sample sample) {
      samples++;
    }

    @Override
    public void skipped(String type, String why) {}
  }

  /// A head, the same text many times, and a tail.
  private static final class Repeated extends InputStream {
    private final byte[] text;
    private final byte[] tail;
    private byte[] now;
    private long left;
    private int at;

    Repeated(String head, String text, long times, String tail) {
      this.now = head.getBytes(StandardCharsets.UTF_8);
      this.text = text.getBytes(StandardCharsets.UTF_8);
      this.tail = tail.getBytes(StandardCharsets.UTF_8);
      this.left = times + 1;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int from, int length) {
      while (at == now.length) {
        if (left == 0) {
          return -1;
        }
        left--;
        now = left == 0 ? tail : text;
        at = 0;
      }
      int taken = Math.min(length, now.length - at);
      System.arraycopy(now, at, into, from, taken);
      at += taken;
      return taken;
    }
  }
}
