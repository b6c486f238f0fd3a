package org.healthassistant.evaluation.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// A hand that counts what it presses.
final class Hand {

  private static final int MOST_TABS = 120;

  private int clicks;

  void click(Locator what) {
    press(what);
    clicks++;
  }

  /// Presses it once its page is read: before that the page's scripts do not notice.
  static void press(Locator what) {
    what.waitFor();
    what.page().waitForLoadState();
    what.click();
  }

  int clicks() {
    return clicks;
  }

  /// Presses Tab until the focus is on such an element, which then is to be seen whole.
  static void tabTo(Page page, String selector) {
    for (int i = 0; i < MOST_TABS; i++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
        return;
      }
    }
    throw new AssertionError(selector + " is not reached by " + MOST_TABS + " times Tab");
  }

  /// Walks through a page by Tab and fails where the focus is outside of the screen or covered.
  static void neverLosesTheFocus(Page page) {
    for (int i = 0; i < MOST_TABS; i++) {
      page.keyboard().press("Tab");
      Object hidden = page.evaluate("""
          () => {
            const focused = document.activeElement;
            if (focused === document.body) return null;
            const box = focused.getBoundingClientRect();
            const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
            const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 0), innerHeight - 1);
            const there = document.elementFromPoint(x, y);
            const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
              && (focused === there || focused.contains(there) || there?.contains(focused));
            return seen ? null : focused.outerHTML.slice(0, 200);
          }
          """);
      if (hidden != null) {
        throw new AssertionError("the focus is hidden on " + hidden);
      }
    }
  }
}
