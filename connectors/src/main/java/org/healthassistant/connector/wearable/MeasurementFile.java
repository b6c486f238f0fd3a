package org.healthassistant.connector.wearable;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Reads a file of measurements, whatever it is: an export of Apple Health (zip or xml), data
/// points of Open mHealth or IEEE 1752.1, records of Health Connect or the Google Health API,
/// FHIR R4 Observations; JSON also line by line, and in a zip.
///
/// Read once from front to end in flat memory, about 30 MB whatever its size. Nothing is written
/// anywhere.
public final class MeasurementFile {

  private static final int LOOK_AT = 4096;
  private static final long GIBIBYTE = 1L << 30;

  /// How long a file may be once it is unpacked: of the longest exports known, some times over.
  private static final long LONGEST = 16 * GIBIBYTE;

  private MeasurementFile() {}

  /// Reads a file and hands on what is in it.
  ///
  /// @param in not closed
  /// @throws UnreadableMeasurements where it is none of these, or breaks off; what came before
  /// was handed on, and the same file can be read again
  /// @throws IOException if it cannot be read on
  public static void read(InputStream in, SampleSink sink) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(new Unclosed(in), 1 << 16);
    String begin = begin(buffered);
    if (begin.startsWith("PK")) {
      zip(buffered, sink);
    } else {
      plain(begin, buffered, sink);
    }
  }

  private static void zip(InputStream in, SampleSink sink) throws IOException {
    boolean found = false;
    try {
      ZipInputStream zip = new ZipInputStream(in);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        if (isData(name)) {
          BufferedInputStream inside = new BufferedInputStream(new Unclosed(zip), 1 << 16);
          String begin = begin(inside);
          if (!name.endsWith(".xml") || begin.contains("HealthData")) {
            plain(begin, inside, sink);
            found = true;
          }
        }
      }
    } catch (ZipException | EOFException e) {
      throw new UnreadableMeasurements("the zip file breaks off or is damaged", e);
    }
    if (!found) {
      throw new UnreadableMeasurements(
          "the zip file holds no measurements in a form that is known");
    }
  }

  /// The document beside the export, which holds the same in another form, and other people's
  /// files in the archive are passed over.
  private static boolean isData(String name) {
    boolean data = name.endsWith(".xml") || name.endsWith(".json") || name.endsWith(".ndjson");
    return data
        && !name.endsWith("_cda.xml")
        && !name.contains("__macosx")
        && !name.contains("clinical-records");
  }

  private static void plain(String begin, InputStream in, SampleSink sink) {
    CleanText text = new CleanText(in, LONGEST);
    String trimmed = begin.replace("\uFEFF", "").stripLeading();
    if (trimmed.startsWith("<")) {
      new AppleHealth(sink).read(text);
    } else if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
      new JsonRecords(sink).read(text);
    } else {
      throw new UnreadableMeasurements("the file is neither XML nor JSON nor a zip file of these");
    }
  }

  private static String begin(BufferedInputStream in) throws IOException {
    in.mark(LOOK_AT);
    byte[] first = in.readNBytes(LOOK_AT);
    in.reset();
    return new String(first, StandardCharsets.UTF_8);
  }

  /// Closing it leaves what is below open.
  private static final class Unclosed extends FilterInputStream {

    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return in.read(into, from, length);
    }

    @Override
    public void close() {
      // The one who opened it closes it.
    }
  }
}
