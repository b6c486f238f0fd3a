package org.healthassistant.knowledge.embed;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/// How every model of this package is run.
final class Sessions {

  private Sessions() {}

  /// Options of a session that runs on the thread that calls it and keeps no memory between
  /// runs: each would else hold for good what its longest batch has needed, and be no faster.
  ///
  /// @return to be closed by the caller
  static OrtSession.SessionOptions options() throws OrtException {
    var options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setCPUArenaAllocator(false);
    options.setMemoryPatternOptimization(false);
    return options;
  }
}
