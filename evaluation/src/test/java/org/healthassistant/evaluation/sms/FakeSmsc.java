package org.healthassistant.evaluation.sms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/// Kannel's `fakesmsc`: a handset that sends one text and prints what it receives.
final class FakeSmsc implements AutoCloseable {

  static final Path PROGRAM = Path.of("/usr/lib/kannel/test/fakesmsc");

  /// `Got message 1: <from to udh %05… data %00L…>`; `udh` only on parts, `text` instead of
  /// `data` for the short alphabet.
  private static final Pattern GOT =
      Pattern.compile("Got message \\d+: <(\\S+) (\\S+) (?:udh (\\S+) )?(text|data) (.*)>");

  private final Process process;
  private final Path log;

  private FakeSmsc(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static FakeSmsc start(Path folder, int port, String from, String to, String text) {
    try {
      Path log = Files.createTempFile(folder, "fakesmsc", ".log");
      Process process = new ProcessBuilder(
              PROGRAM.toString(),
              "-H",
              "127.0.0.1",
              "-r",
              String.valueOf(port),
              "-i",
              "0.1",
              "-m",
              "1",
              from + " " + to + " text " + text)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
      return new FakeSmsc(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Everything received so far, segments joined in the order in which they came.
  String received() {
    return String.join("", segments());
  }

  /// Waits until a text came that contains the words; returns all that was received.
  String await(String words, Duration atMost) {
    Awaitility.await()
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> received().contains(words));
    return received();
  }

  /// The segments received so far.
  List<String> segments() {
    List<String> segments = new ArrayList<>();
    try {
      Matcher got = GOT.matcher(Files.readString(log));
      while (got.find()) {
        segments.add(got.group(4).equals("text") ? got.group(5) : decoded(got.group(5)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return segments;
  }

  @Override
  public void close() {
    KannelProcesses.end(process);
  }

  /// Percent-encoded bytes: of the long alphabet, which has a zero byte before each digit and
  /// space, or of the short one.
  private static String decoded(String data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean wide = false;
    for (int at = 0; at < data.length(); at++) {
      int unit = data.charAt(at) == '+' ? ' ' : data.charAt(at);
      if (unit == '%') {
        unit = Integer.parseInt(data, at + 1, at + 3, 16);
        at += 2;
      }
      wide |= unit == 0;
      bytes.write(unit);
    }
    return bytes.toString(wide ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
  }
}
