package org.healthassistant.connector.wearable;

/// Takes what is read, in the order of the file. Called by one thread.
public interface SampleSink {

  /// One record of the file, whatever becomes of it.
  ///
  /// @param type the file's own name for what it is
  void record(String type);

  /// One sample; a record may give none or several.
  void sample(Sample sample);

  /// A record that gives nothing: of a kind that is not read here, or not in its right form.
  ///
  /// @param type the file's own name for what it is
  /// @param why what is wrong, without any value; empty where it is only of another kind
  void skipped(String type, String why);
}
