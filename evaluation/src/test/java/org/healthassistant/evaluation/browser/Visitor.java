package org.healthassistant.evaluation.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/// One person at one screen, who notices what goes wrong on the pages visited.
final class Visitor implements AutoCloseable {

  private static final double PATIENCE_MILLIS = 20_000;
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private final BrowserContext context;
  private final List<String> errors = new ArrayList<>();

  Visitor(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(message.location() + ": " + message.text());
      }
    });
    context.onWebError(error -> errors.add(error.error()));
  }

  /// From now on the pages' clock can be put forward. Before the first page: one that is being
  /// read meanwhile sees the year 1970 for a moment.
  void setsTheClock() {
    context.clock().install();
  }

  /// A new tab at this address.
  Page open(String address) {
    Page page = context.newPage();
    page.navigate(address);
    return page;
  }

  /// The tab that the action opens, loaded.
  Page openedBy(Runnable action) {
    Page page = context.waitForPage(action);
    page.waitForLoadState();
    return page;
  }

  /// Fails when axe-core finds anything, naming rules and elements.
  static void accessible(Page page) {
    var found = new AxeBuilder(page)
        .withTags(RULES).analyze().getViolations().stream()
            .map(rule -> rule.getId() + ": "
                + rule.getNodes().stream()
                    .map(node -> node.getHtml() + " " + node.getFailureSummary())
                    .toList())
            .toList();
    assertThat(found).as("accessibility of %s", page.url()).isEmpty();
  }

  /// Fails when the page can be scrolled sideways.
  static void fits(Page page) {
    var widest = (Integer) page.evaluate("() => document.documentElement.scrollWidth");
    assertThat(widest).as("width of %s", page.url()).isLessThanOrEqualTo(page.viewportSize().width);
  }

  /// Marks the page, so that [#stayed] can tell whether it was loaded again.
  static void stay(Page page) {
    page.evaluate("() => { document.documentElement.dataset.stayed = 'yes' }");
  }

  static void stayed(Page page) {
    assertThat(page.locator("html").getAttribute("data-stayed"))
        .as("not loaded again")
        .isEqualTo("yes");
  }

  /// Fails when a page wrote an error to its console.
  void sawNoErrors() {
    assertThat(errors).as("errors in the console").isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }
}
