package org.healthassistant.evaluation.service;

import tools.jackson.databind.JsonNode;

/// What the service answered.
///
/// @param status the HTTP status
/// @param body the JSON of it; a missing node when the body is empty or not JSON
public record ServiceResponse(int status, JsonNode body) {

  /// Whether the call succeeded.
  public boolean ok() {
    return status >= 200 && status < 300;
  }

  /// The body, when the call succeeded.
  ///
  /// @throws IllegalStateException otherwise, with the status and the problem's code
  public JsonNode orThrow(String what) {
    if (!ok()) {
      throw new IllegalStateException(
          what + " was answered with " + status + " " + body.path("code").asString(""));
    }
    return body;
  }

  @Override
  public String toString() {
    return "Answer[" + status + ", [REDACTED]]";
  }
}
