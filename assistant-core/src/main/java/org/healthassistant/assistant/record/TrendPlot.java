package org.healthassistant.assistant.record;

/// Draws a trend as an SVG image that can be read without seeing it.
public final class TrendPlot {

  private TrendPlot() {}

  /// The plot as `image/svg+xml`: title, description, a data table as text, and a line. Colours are
  /// classes, there is no inline style.
  ///
  /// @param language `en` or `es`
  public static String svg(Trend trend, String language) {
    throw new UnsupportedOperationException();
  }
}
