package org.healthassistant.assistant.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// A small classifier over the vectors of a message's windows. It only ever raises a level.
///
/// Two logistic regressions, one for `EMERGENCY`, one for `SAME_DAY` and above, each read at
/// the window that speaks loudest. The thresholds were chosen on messages held out of training,
/// so that few ordinary questions reach them; the data's header says when, and on how many.
public final class TriageClassifier {

  private static final TriageClassifier NONE = new TriageClassifier(
      "none",
      new ClassifierHeader("", 0, "", "", List.of(), List.of(), ""),
      new float[0][],
      List.of());

  /// One regression: a window reaches it when its score is at the threshold or above.
  private record Detector(
      Level level, String rule, float[] weights, double bias, double threshold) {
    private double score(float[] vector) {
      return bias + dot(weights, vector);
    }
  }

  private final String id;
  private final ClassifierHeader header;
  private final float[][] examples;
  private final List<Detector> detectors;

  private TriageClassifier(
      String id, ClassifierHeader header, float[][] examples, List<Detector> detectors) {
    this.id = id;
    this.header = header;
    this.examples = examples;
    this.detectors = detectors;
  }

  /// The classifier that ships with the product.
  ///
  /// @throws IllegalStateException if its data is missing or damaged
  public static TriageClassifier builtIn() {
    return load(resource("meaning.json"), resource("meaning.f32"));
  }

  /// A classifier that finds nothing.
  public static TriageClassifier none() {
    return NONE;
  }

  /// Reads a classifier from its two files.
  ///
  /// @param json the header
  /// @param floats 32-bit floats, little endian: the weights of each detector, then the vectors
  ///     of the examples
  /// @throws IllegalStateException if the two do not belong together
  public static TriageClassifier load(byte[] json, byte[] floats) {
    var header = JsonMapper.shared()
        .readValue(new String(json, StandardCharsets.UTF_8), ClassifierHeader.class);
    int rows = header.detectors().size() + header.categories().size();
    var hash = sha256(floats);
    if (floats.length != 4L * rows * header.dimensions() || !hash.equals(header.sha256())) {
      throw new IllegalStateException(
          "meaning.f32 is not the file that meaning.json describes; train again");
    }
    var buffer = ByteBuffer.wrap(floats).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    var detectors = new ArrayList<Detector>();
    for (var described : header.detectors()) {
      var weights = new float[header.dimensions()];
      buffer.get(weights);
      var level = Level.valueOf(described.level());
      var rule = level == Level.EMERGENCY ? "meaning-emergency" : "meaning-same-day";
      detectors.add(new Detector(level, rule, weights, described.bias(), described.threshold()));
    }
    var examples = new float[header.categories().size()][header.dimensions()];
    for (var example : examples) {
      buffer.get(example);
    }
    return new TriageClassifier(
        sha256(json).substring(0, 8), header, examples, List.copyOf(detectors));
  }

  /// A hash over its data: 8 hexadecimal digits; `none` for one that finds nothing.
  public String id() {
    return id;
  }

  /// The name of the encoder whose vectors it was trained on; vectors of another mean nothing to
  /// it. Empty for one that finds nothing.
  public String encoder() {
    return header.encoder();
  }

  /// The most urgent finding the windows ask for; empty when none reaches a threshold.
  ///
  /// @throws IllegalArgumentException if a vector has another length than the training's
  Optional<Finding> read(List<WindowVector> windows, ScreenedText message) {
    for (var detector : detectors) {
      var loudest = loudest(detector, windows);
      if (loudest.isPresent() && detector.score(loudest.get().vector()) >= detector.threshold()) {
        return loudest.map(window -> finding(detector, window, message));
      }
    }
    return Optional.empty();
  }

  private Optional<WindowVector> loudest(Detector detector, List<WindowVector> windows) {
    Optional<WindowVector> loudest = Optional.empty();
    double best = Double.NEGATIVE_INFINITY;
    for (var window : windows) {
      if (window.vector().length != header.dimensions()) {
        throw new IllegalArgumentException(
            "vectors need " + header.dimensions() + " dimensions, got " + window.vector().length);
      }
      double score = detector.score(window.vector());
      if (score > best) {
        best = score;
        loudest = Optional.of(window);
      }
    }
    return loudest;
  }

  private Finding finding(Detector detector, WindowVector window, ScreenedText message) {
    int end = Math.min(window.end(), message.text().length());
    var explanation = detector.level() == Level.EMERGENCY
        ? "No rule fired at this level, but it reads like messages that were emergencies."
        : "No rule fired at this level, but it reads like messages that needed somebody the same"
            + " day.";
    return new Finding(
        detector.rule(),
        nearest(window.vector(), detector.level()),
        detector.level(),
        message.id(),
        Math.min(window.start(), end),
        end,
        explanation,
        true);
  }

  private String nearest(float[] vector, Level level) {
    String nearest = "human-request";
    double best = Double.NEGATIVE_INFINITY;
    for (int example = 0; example < examples.length; example++) {
      var described = header.categories().get(example);
      double likeness = dot(examples[example], vector);
      if (likeness > best && Level.valueOf(described.level()).atLeast(level)) {
        best = likeness;
        nearest = described.category();
      }
    }
    return nearest;
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int at = 0; at < one.length; at++) {
      sum += one[at] * other[at];
    }
    return sum;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream stream =
        TriageClassifier.class.getResourceAsStream("/safety/meaning/" + name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "safety/meaning/" + name + " is missing from the class path");
      }
      return stream.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("safety/meaning/" + name + " cannot be read", unreadable);
    }
  }
}
