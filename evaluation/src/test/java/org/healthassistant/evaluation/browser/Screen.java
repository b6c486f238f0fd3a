package org.healthassistant.evaluation.browser;

/// A size of screen in CSS pixels.
enum Screen {
  DESKTOP(1280, 800),
  PHONE(360, 740),
  HANDSET(390, 844),
  NARROW(320, 640);

  private final int width;
  private final int height;

  Screen(int width, int height) {
    this.width = width;
    this.height = height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }
}
