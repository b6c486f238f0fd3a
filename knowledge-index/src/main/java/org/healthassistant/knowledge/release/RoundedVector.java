package org.healthassistant.knowledge.release;

import java.nio.ByteBuffer;
import org.apache.lucene.util.VectorUtil;

/// A vector of unit length in one byte a dimension: a quarter of the memory, for a cosine that
/// differs by less than .01. Rounding it a second time changes nothing. Immutable.
public final class RoundedVector {
  private static final int MOST = 127;

  private final byte[] values;
  private final float step;

  private RoundedVector(byte[] values, float step) {
    this.values = values;
    this.step = step;
  }

  /// Rounds a vector to 127 steps up to its greatest value and gives it unit length; one of zeros
  /// stays zero.
  public static RoundedVector of(float[] vector) {
    float greatest = 0;
    for (float value : vector) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    byte[] values = new byte[vector.length];
    long square = 0;
    for (int i = 0; i < vector.length && greatest > 0; i++) {
      values[i] = (byte) Math.round(vector[i] / greatest * MOST);
      square += (long) values[i] * values[i];
    }
    return new RoundedVector(values, square == 0 ? 0 : (float) (1 / Math.sqrt(square)));
  }

  /// The cosine to another vector of unit length; 0 where it has another number of dimensions.
  public double cosine(RoundedVector other) {
    return values.length == other.values.length
        ? (double) VectorUtil.dotProduct(values, other.values) * step * other.step
        : 0;
  }

  /// As near to the vector as it is kept.
  public float[] floats() {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values[i] * step;
    }
    return floats;
  }

  /// How many bytes [#write] takes.
  int size() {
    return Float.BYTES + values.length;
  }

  /// Writes the step and then the values.
  void write(ByteBuffer to) {
    to.putFloat(step).put(values);
  }

  /// Reads what [#write] wrote.
  static RoundedVector read(ByteBuffer from, int size) {
    float step = from.getFloat();
    byte[] values = new byte[size - Float.BYTES];
    from.get(values);
    return new RoundedVector(values, step);
  }
}
