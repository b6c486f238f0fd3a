package org.healthassistant.evaluation.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/// The system's own Chromium, without a window. For one thread.
final class Chromium implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final List<String> ARGUMENTS = List.of(
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /// Skips the tests of the class when there is no Chromium, saying so; in CI that is a failure.
  static void need() {
    boolean installed = Files.isExecutable(PROGRAM);
    String reason = PROGRAM + " is missing (Debian: chromium)";
    if (!installed) {
      assertThat(System.getenv("CI")).as(reason).isNotEqualTo("true");
      System.out.println("The browser story is skipped, " + reason);
    }
    Assumptions.assumeTrue(installed, reason);
  }

  static Chromium start() {
    var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    Browser browser = playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(ARGUMENTS));
    return new Chromium(playwright, browser);
  }

  /// A person of their own: nothing is shared with other visitors.
  Visitor visit(Screen screen) {
    return new Visitor(browser.newContext(new Browser.NewContextOptions()
        .setViewportSize(screen.width(), screen.height())
        .setLocale("en-US")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
