package org.healthassistant.assistant.sms;

/// A text that cannot be taken as it was handed over: the caller is told which parameter is at
/// fault and never its value.
final class UnusableText extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final String parameter;

  UnusableText(String parameter, String rule) {
    super("parameter '" + parameter + "' " + rule);
    this.parameter = parameter;
  }

  /// The parameter at fault.
  String parameter() {
    return parameter;
  }
}
