package org.healthassistant.evaluation.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.healthassistant.assistant.safety.ClassifierHeader;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.WindowVector;
import org.healthassistant.evaluation.train.LogisticRegression.Example;
import org.healthassistant.evaluation.triage.MessageVectors;
import org.healthassistant.knowledge.text.Language;
import tools.jackson.databind.json.JsonMapper;

/// Trains the classifier of meaning: two logistic regressions over window vectors.
///
/// Thresholds come from scores out of fold: the lowest at which at most one in two hundred
/// ordinary messages, three in a hundred that resemble urgent ones, and ten in a hundred sad
/// but ordinary ones, would be raised.
public final class TriageClassifierTraining {

  private static final int FOLDS = 5;
  private static final double PENALTY = 0.0003;
  private static final double SHARE = 0.5;
  private static final double FALSE_ALARMS = 0.005;
  private static final double NEAR_FALSE_ALARMS = 0.03;
  private static final double SAD_FALSE_ALARMS = 0.1;
  private static final Set<String> ORDINARY = Set.of("ordinary", "admin", "self-care");

  private record Sample(TrainingMessage message, List<WindowVector> windows) {}

  private final List<Sample> samples;
  private final String encoder;
  private final Consumer<String> told;

  private TriageClassifierTraining(List<Sample> samples, String encoder, Consumer<String> told) {
    this.samples = samples;
    this.encoder = encoder;
    this.told = told;
  }

  /// Trains, and writes `meaning.json` and `meaning.f32`; takes a few minutes.
  ///
  /// @param folder made where it is missing
  /// @param day noted as that of training
  /// @param told of what each detector reaches, in one line
  /// @throws IOException if they cannot be written
  public static void write(Path folder, LocalDate day, Consumer<String> told) throws IOException {
    try (var vectors = new MessageVectors()) {
      var samples = new ArrayList<Sample>();
      for (var message : TrainingMessage.all()) {
        samples.add(new Sample(message, vectors.windows(message.text())));
      }
      new TriageClassifierTraining(samples, vectors.encoder().name(), told)
          .write(folder, day.toString());
    }
  }

  private void write(Path folder, String date) throws IOException {
    var emergency = detector(Level.EMERGENCY);
    var sameDay = detector(Level.SAME_DAY);
    var kept = samples.stream()
        .filter(sample -> sample.message().level().atLeast(Level.SAME_DAY)
            && !sample.windows().isEmpty())
        .toList();
    int dimensions = emergency.weights().length;
    var floats =
        ByteBuffer.allocate(4 * dimensions * (2 + kept.size())).order(ByteOrder.LITTLE_ENDIAN);
    for (var detector : List.of(emergency, sameDay)) {
      Arrays.stream(detector.weights()).forEach(weight -> floats.putFloat((float) weight));
    }
    var examples = new ArrayList<ClassifierHeader.Example>();
    for (var sample : kept) {
      for (float value : sample.windows().getFirst().vector()) {
        floats.putFloat(value);
      }
      examples.add(new ClassifierHeader.Example(
          sample.message().level().name(), sample.message().category()));
    }
    var header = new ClassifierHeader(
        encoder,
        dimensions,
        date,
        samples.size() + " messages written for this project; " + FOLDS + "-fold; "
            + emergency.note() + "; " + sameDay.note(),
        List.of(emergency.header(), sameDay.header()),
        examples,
        sha256(floats.array()));
    Files.createDirectories(folder);
    Files.write(folder.resolve("meaning.f32"), floats.array());
    Files.writeString(
        folder.resolve("meaning.json"),
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(header)
            + "\n",
        StandardCharsets.UTF_8);
  }

  private record Trained(
      Level level, double[] weights, double bias, double threshold, String note) {
    ClassifierHeader.Detector header() {
      return new ClassifierHeader.Detector(level.name(), bias, threshold);
    }
  }

  private Trained detector(Level level) {
    double[] scores = new double[samples.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int out = fold;
      var fitted = fit(level, number -> number % FOLDS != out);
      for (int at = fold; at < samples.size(); at += FOLDS) {
        scores[at] = loudest(fitted, samples.get(at));
      }
    }
    double threshold = Math.max(
        threshold(scores, TriageClassifierTraining::ordinary, FALSE_ALARMS),
        Math.max(
            threshold(scores, TriageClassifierTraining::near, NEAR_FALSE_ALARMS),
            threshold(scores, TriageClassifierTraining::sad, SAD_FALSE_ALARMS)));
    var note = note(level, scores, threshold);
    told.accept(note);
    var fitted = fit(level, number -> true);
    return new Trained(level, fitted.weights(), fitted.bias(), threshold, note);
  }

  /// All positive examples together weigh as much as [#SHARE] says, whatever their number.
  private LogisticRegression fit(Level level, Predicate<Integer> in) {
    var yes = new ArrayList<double[]>();
    var no = new ArrayList<double[]>();
    for (int at = 0; at < samples.size(); at++) {
      if (in.test(at)) {
        boolean label = samples.get(at).message().level().atLeast(level);
        for (var window : samples.get(at).windows()) {
          (label ? yes : no).add(doubles(window.vector()));
        }
      }
    }
    var examples = new ArrayList<Example>();
    yes.forEach(vector -> examples.add(new Example(vector, true, SHARE / yes.size())));
    no.forEach(vector -> examples.add(new Example(vector, false, (1 - SHARE) / no.size())));
    return LogisticRegression.fit(examples, PENALTY);
  }

  private static double loudest(LogisticRegression regression, Sample sample) {
    return sample.windows().stream()
        .mapToDouble(window -> regression.score(doubles(window.vector())))
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private static double[] doubles(float[] vector) {
    double[] wide = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      wide[i] = vector[i];
    }
    return wide;
  }

  /// The lowest score above all but the allowed share of those who should stay below.
  private double threshold(double[] scores, Predicate<Sample> who, double allowed) {
    double[] below = scores(scores, who);
    if (below.length == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    Arrays.sort(below);
    int over = (int) Math.floor(allowed * below.length);
    return Math.nextUp(below[below.length - 1 - over]);
  }

  private double[] scores(double[] scores, Predicate<Sample> who) {
    var chosen = new ArrayList<Double>();
    for (int at = 0; at < scores.length; at++) {
      if (who.test(samples.get(at))) {
        chosen.add(scores[at]);
      }
    }
    return chosen.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// Ordinary is what deserves less than SAME_DAY. That a same-day message reaches the
  /// threshold of emergencies is no false alarm worth a miss.
  private static boolean below(Sample sample) {
    return !sample.message().level().atLeast(Level.SAME_DAY);
  }

  private static boolean ordinary(Sample sample) {
    return below(sample) && ORDINARY.contains(sample.message().category());
  }

  private static boolean sad(Sample sample) {
    return below(sample) && sample.message().category().equals("sad");
  }

  /// Resembles what is urgent and is not: denied, past, a figure of speech, or for another day.
  private static boolean near(Sample sample) {
    return below(sample) && !ordinary(sample) && !sad(sample);
  }

  private String note(Level level, double[] scores, double threshold) {
    double[] reached = scores(scores, sample -> sample.message().level().atLeast(level));
    double[] english = scores(
        scores,
        sample -> sample.message().level().atLeast(level)
            && Language.orFallback(sample.message().lang()) == Language.ENGLISH);
    double[] ordinary = scores(scores, TriageClassifierTraining::ordinary);
    double[] near = scores(scores, TriageClassifierTraining::near);
    double[] sad = scores(scores, TriageClassifierTraining::sad);
    return String.format(
        Locale.ROOT,
        "%s out of fold: recall %.3f of %d (English %.3f), false alarms %.4f of %d ordinary, %.3f"
            + " of %d near, %.3f of %d sad",
        level,
        share(reached, threshold),
        reached.length,
        share(english, threshold),
        share(ordinary, threshold),
        ordinary.length,
        share(near, threshold),
        near.length,
        share(sad, threshold),
        sad.length);
  }

  private static double share(double[] scores, double threshold) {
    return scores.length == 0
        ? 0
        : Arrays.stream(scores).filter(score -> score >= threshold).count()
            / (double) scores.length;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
