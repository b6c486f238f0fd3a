package org.healthassistant.evaluation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.healthassistant.evaluation.service.Database;
import org.healthassistant.evaluation.service.FreePorts;
import org.healthassistant.evaluation.service.PostgresServer;
import org.healthassistant.evaluation.service.ServiceOptions;
import org.healthassistant.evaluation.service.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// `docs/clinic.md` as it is printed: its database, its Keycloak, its secrets, settings and
/// commands; then a nurse in a real browser.
class ClinicIT {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final double TIME_BUDGET_MILLIS = 30_000;
  private static final String PASSWORD = "change-me";

  private static final FreePorts PORTS = FreePorts.choose();
  private static final int KEYCLOAK = FreePorts.choose().service();
  private static final String BASE = "http://127.0.0.1:" + PORTS.service();
  private static final String REALM = "http://127.0.0.1:" + KEYCLOAK + "/realms/clinic";

  private static PostgresServer postgres;
  private static Workshop workshop;
  private static Chromium chromium;

  @BeforeAll
  static void followThePage() throws Exception {
    Chromium.need();
    Path archive = KeycloakArchive.need();
    postgres = PostgresServer.open();
    Database.Postgres admin = postgres.create("administration");
    PrintedPage page = PrintedPage.of(
        "clinic.md",
        Map.of(
            "127.0.0.1:8080", "127.0.0.1:" + PORTS.service(),
            "127.0.0.1:8180", "127.0.0.1:" + KEYCLOAK,
            "--http-port=8180", "--http-port=" + KEYCLOAK,
            "127.0.0.1:5432", "127.0.0.1:" + port(admin.url())));
    workshop = new Workshop(folder(), environment());
    workshop.link("assistant-core.jar", ServiceOptions.packagedJar());
    workshop.link("keycloak-" + KeycloakArchive.VERSION + ".zip", archive);
    workshop.write("keycloak-realm.json", page.file("clinic/keycloak-realm.json"));

    List<String> commands = page.blocks("sh");
    String keycloak = commands.get(0);
    workshop.run(withoutLast(keycloak));
    workshop.begin(last(keycloak), "keycloak.log");
    asAdministrator(admin, page.blocks("sql").getFirst());
    workshop.run(commands.get(1));
    workshop.write("clinic.yaml", page.blocks("yaml").get(0));
    workshop.write("proxy.yaml", page.blocks("yaml").get(1));
    await(REALM + "/.well-known/openid-configuration", "keycloak.log");
    String start = commands.get(2);
    assertThat(workshop.run(withoutLast(start))).contains("The settings are in order");
    workshop.begin(last(start), "assistant.log");
    await(BASE + "/", "assistant.log");
    chromium = Chromium.start();
    PlaywrightAssertions.setDefaultAssertionTimeout(TIME_BUDGET_MILLIS);
  }

  @AfterAll
  static void stop() throws IOException {
    if (chromium != null) {
      chromium.close();
    }
    if (workshop != null) {
      workshop.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  void aNurseSignsInAtKeycloakUnlocksTheScreenThereAndSignsOutThereToo() {
    try (Visitor nurse = chromium.visit(Screen.DESKTOP)) {
      Page page = nurse.open(BASE + "/workspace");
      assertThat(page.url()).startsWith(REALM);
      page.locator("#username").fill("ana");
      showWhoYouAre(page);
      assertThat(page).hasURL(BASE + "/workspace");
      assertThat(page.locator(".me")).containsText("Ana Reyes, RN");
      assertThat(page.locator("#inbox")).isAttached();
      // The page's scripts have begun: what is clicked before is lost.
      assertThat(page.locator("#sound")).not().hasAttribute("data-state", "off");
      nurse.sawNoErrors();
      page.screenshot(new Page.ScreenshotOptions().setPath(folder().resolve("workspace.png")));

      page.locator("#lock-now").click();
      assertThat(page.locator("#cover")).isVisible();
      Page anew = nurse.openedBy(() -> page.locator("#again").click());
      assertThat(anew.url()).startsWith(REALM);
      showWhoYouAre(anew);
      assertThat(page.locator("#cover")).isHidden();
      assertThat(page.locator("#inbox")).isAttached();

      page.locator("#bar form[action='/sign-out'] button").click();
      assertThat(page).hasURL(BASE + "/");
      page.navigate(BASE + "/workspace");
      assertThat(page.locator("#password")).isVisible();
    }
  }

  @Test
  void theSettingsForPatientsAreInOrder() {
    assertThat(workshop.run("java -jar assistant-core.jar --check-config"
            + " --spring.config.additional-location=file:clinic.yaml,file:proxy.yaml"
            + " --assistant.secrets-directory=secrets"))
        .contains("The settings are in order");
  }

  private static void showWhoYouAre(Page page) {
    Locator password = page.locator("#password");
    password.fill(PASSWORD);
    password.press("Enter");
  }

  private static Map<String, String> environment() {
    String java = System.getProperty("java.home");
    return Map.of(
        "JAVA_HOME",
        java,
        "PATH",
        java + "/bin:" + System.getenv("PATH"),
        "JAVA_OPTS_APPEND",
        "-XX:TieredStopAtLevel=1",
        "SERVER_PORT",
        String.valueOf(PORTS.service()),
        "MANAGEMENT_SERVER_PORT",
        String.valueOf(PORTS.management()));
  }

  private static void asAdministrator(Database.Postgres admin, String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(admin.url(), admin.user(), admin.password());
        Statement statement = connection.createStatement()) {
      for (String one : sql.split(";\\s*")) {
        statement.execute(one);
      }
    }
  }

  private static void await(String address, String log) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      Waiting.until(PATIENCE, () -> !workshop.runs(log) || isThere(http, address));
      assertThat(isThere(http, address))
          .as("%s\n%s", address, workshop.said(log))
          .isTrue();
    }
  }

  private static boolean isThere(HttpClient http, String address) {
    try {
      return http.send(
                  HttpRequest.newBuilder(URI.create(address)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String port(String url) {
    Matcher found = Pattern.compile("//[^:/]+:(\\d+)/").matcher(url);
    assertThat(found.find()).as(url).isTrue();
    return found.group(1);
  }

  private static String last(String commands) {
    return commands.strip().lines().toList().getLast();
  }

  private static String withoutLast(String commands) {
    List<String> lines = commands.strip().lines().toList();
    return String.join("\n", lines.subList(0, lines.size() - 1));
  }

  /// Made anew for each run; the picture of the workspace stays there.
  private static Path folder() {
    return Folder.MADE;
  }

  private static final class Folder {
    static final Path MADE = make();

    private static Path make() {
      try {
        Path target = Path.of("").toAbsolutePath().resolve("target");
        return Files.createTempDirectory(Files.createDirectories(target), "clinic-");
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
