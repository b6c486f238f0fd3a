package org.healthassistant.knowledge.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One ONNX session of a classifier: rows of token ids in, probabilities out.
final class ClassifierModel {

  private static final Set<String> OUTPUTS =
      Set.of(ClassifierCard.LEVELS, ClassifierCard.CATEGORIES);

  private final OrtSession session;
  private final int pad;

  private ClassifierModel(OrtSession session, int pad) {
    this.session = session;
    this.pad = pad;
  }

  /// @throws IllegalArgumentException if it cannot be loaded, or is no such model
  static ClassifierModel of(ClassifierFiles files) {
    try (OrtSession.SessionOptions options = Sessions.options()) {
      OrtSession session =
          OrtEnvironment.getEnvironment().createSession(files.model().take(), options);
      if (!session.getOutputNames().containsAll(OUTPUTS)) {
        session.close();
        throw new IllegalArgumentException(
            "the classifier " + files.name() + " must give " + OUTPUTS);
      }
      return new ClassifierModel(session, files.card().reading().pad());
    } catch (OrtException failed) {
      throw new IllegalArgumentException(
          "the model of classifier " + files.name() + " cannot be loaded", failed);
    }
  }

  /// The probabilities of each row; shorter rows are filled up and masked.
  List<ClassProbabilities> run(List<long[]> rows) {
    int longest = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    long[][] ids = new long[rows.size()][];
    long[][] mask = new long[rows.size()][longest];
    for (int at = 0; at < rows.size(); at++) {
      long[] row = rows.get(at);
      ids[at] = Arrays.copyOf(row, longest);
      Arrays.fill(ids[at], row.length, longest, pad);
      Arrays.fill(mask[at], 0, row.length, 1);
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask);
        OrtSession.Result result =
            session.run(Map.of("input_ids", idTensor, "attention_mask", maskTensor), OUTPUTS)) {
      float[][] levels = rows(result, ClassifierCard.LEVELS);
      float[][] categories = rows(result, ClassifierCard.CATEGORIES);
      List<ClassProbabilities> read = new ArrayList<>();
      for (int at = 0; at < rows.size(); at++) {
        read.add(new ClassProbabilities(boxed(levels[at]), boxed(categories[at])));
      }
      return read;
    } catch (OrtException failed) {
      throw new IllegalStateException(
          "the classifier failed on " + rows.size() + " texts of at most " + longest + " tokens",
          failed);
    }
  }

  private static float[][] rows(OrtSession.Result result, String output) throws OrtException {
    return (float[][]) result.get(output).orElseThrow().getValue();
  }

  private static List<Float> boxed(float[] values) {
    List<Float> boxed = new ArrayList<>(values.length);
    for (float value : values) {
      boxed.add(value);
    }
    return boxed;
  }

  void close() {
    try {
      session.close();
    } catch (OrtException failed) {
      throw new IllegalStateException("a classifier's session cannot be closed", failed);
    }
  }
}
