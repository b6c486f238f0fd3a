package org.healthassistant.connector.wearable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A file without the control characters that exports hold here and there and that no parser of
/// XML takes; a blank stands for each. Refuses a file without end.
final class CleanText extends FilterInputStream {

  private static final int FIRST_SIGN = 0x20;

  private final long longest;
  private long read;

  /// @param longest how many bytes are read at most
  CleanText(InputStream in, long longest) {
    super(in);
    this.longest = longest;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      count(1);
    }
    return one >= 0 && isControl(one) ? ' ' : one;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int taken = super.read(into, from, length);
    for (int i = from; i < from + taken; i++) {
      if (into[i] >= 0 && isControl(into[i])) {
        into[i] = ' ';
      }
    }
    if (taken > 0) {
      count(taken);
    }
    return taken;
  }

  private void count(int more) {
    read += more;
    if (read > longest) {
      throw new UnreadableMeasurements("the file is too long once it is unpacked");
    }
  }

  private static boolean isControl(int sign) {
    return sign < FIRST_SIGN && sign != '\t' && sign != '\n' && sign != '\r';
  }
}
