package org.healthassistant.knowledge.embed;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// One ONNX session: token ids in, a vector of unit length out.
final class OnnxModel {
  private final OrtSession session;
  private final EncoderSettings.Pooling pooling;
  private final String output;
  private final int dimensions;

  private OnnxModel(OrtSession session, EncoderSettings.Pooling pooling) throws OrtException {
    this.session = session;
    this.pooling = pooling;
    this.output = outputOf(session.getOutputNames());
    NodeInfo node = Objects.requireNonNull(session.getOutputInfo().get(output), output);
    long[] shape = ((TensorInfo) node.getInfo()).getShape();
    this.dimensions = Math.toIntExact(shape[shape.length - 1]);
  }

  private static String outputOf(Set<String> names) {
    return names.contains("sentence_embedding")
        ? "sentence_embedding"
        : names.iterator().next();
  }

  static OnnxModel of(EncoderFiles files) {
    try (OrtSession.SessionOptions options = Sessions.options()) {
      return new OnnxModel(
          OrtEnvironment.getEnvironment().createSession(files.model().take(), options),
          files.settings().pooling());
    } catch (OrtException failed) {
      throw new IllegalArgumentException(
          "the model of encoder " + files.name() + " cannot be loaded", failed);
    }
  }

  int dimensions() {
    return dimensions;
  }

  float[] run(long[] ids) {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String name : session.getInputNames()) {
        inputs.put(name, OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), new long[][] {
          input(name, ids)
        }));
      }
      try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
        return unit(pool(result.get(0)));
      }
    } catch (OrtException failed) {
      throw new IllegalStateException(
          "the encoder failed on a text of " + ids.length + " tokens", failed);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static long[] input(String name, long[] ids) {
    if (name.equals("input_ids")) {
      return ids;
    }
    long[] filled = new long[ids.length];
    Arrays.fill(filled, name.equals("attention_mask") ? 1 : 0);
    return filled;
  }

  private float[] pool(OnnxValue value) throws OrtException {
    return switch (pooling) {
      case NONE -> ((float[][]) value.getValue())[0];
      case CLS -> ((float[][][]) value.getValue())[0][0];
      case MEAN -> mean(((float[][][]) value.getValue())[0]);
    };
  }

  private static float[] mean(float[][] tokens) {
    float[] sum = new float[tokens[0].length];
    for (float[] token : tokens) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += token[i] / tokens.length;
      }
    }
    return sum;
  }

  private static float[] unit(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    float length = (float) Math.sqrt(square);
    for (int i = 0; i < vector.length && length > 0; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  void close() {
    try {
      session.close();
    } catch (OrtException failed) {
      throw new IllegalStateException("an encoder's session cannot be closed", failed);
    }
  }
}
