package org.healthassistant.evaluation.service;

import java.io.IOException;

/// What a service does in the one start that fills its cache of classes: the classes that this
/// uses are the ones that later starts find loaded.
@FunctionalInterface
public interface FirstRun {

  /// Starts the service with these options, lets it work, and stops it.
  ///
  /// @throws IOException if the service is not reached
  void run(ServiceOptions options) throws IOException;
}
