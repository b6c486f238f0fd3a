package org.healthassistant.evaluation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.healthassistant.evaluation.service.ServiceOptions;
import org.healthassistant.evaluation.service.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// What somebody in danger sees on a phone: the card of an emergency, of a crisis and of what is
/// not clear, in both languages, and the way out for who must not be seen here.
class DangerIT {

  private static final double PATIENCE_MILLIS = 10_000;
  private static final String NEUTRAL = "https://www.weather.gov/";
  private static final JsonMapper JSON = new JsonMapper();

  private static ServiceProcess service;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    Chromium.need();
    service = ServiceProcess.launch(ServiceOptions.packaged());
    chromium = Chromium.start();
    service.awaitReady();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (service != null) {
      service.close();
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      emergency-en, dana-whitfield, my chest hurts really bad,          Get help now, Call 911 now.
      emergency-es, maria-alvarez,  me duele mucho el pecho y el brazo, Pida ayuda ahora, Llame al
      crisis-en,    robert-hayes,   im going to kill myself tonight,    Get help now, are you safe
      crisis-es,    tom-becker,     me quiero matar hoy,                Pida ayuda ahora, AYUDA al
      """)
  void theCardSpeaksTheLanguageOfTheMessage(
      String name, String patient, String message, String title, String says) {
    try (Visitor visitor = chromium.visit(Screen.HANDSET)) {
      Chat chat = new Chat(visitor.open(caller(patient)));
      chat.renew();
      Locator card = chat.ask(message).locator(".card.emergency");

      assertThat(card.locator("h3")).containsText(title);
      assertThat(card).containsText(says);
      assertThat(card.locator("p")).hasCount(4);
      Visitor.accessible(chat.page());
      Visitor.fits(chat.page());
      chat.showQuestion();
      Pictures.take(chat.page(), name);
      visitor.sawNoErrors();
    }
  }

  @Test
  void aLaterHarmlessQuestionIsToldOneQuietLine() {
    try (Visitor visitor = chromium.visit(Screen.HANDSET)) {
      Chat chat = new Chat(visitor.open(caller("dana-whitfield")));
      chat.renew();
      assertThat(chat.ask("my chest hurts really bad and my arm is numb").locator(".card"))
          .hasCount(1);
      Locator later = chat.ask("what foods are low in salt?");

      assertThat(later.locator(".card")).hasCount(0);
      assertThat(later.locator("p.safety").first())
          .hasText("If you still need help now, call 911.");
      chat.showQuestion();
      Pictures.take(chat.page(), "quiet-line");
    }
  }

  @ParameterizedTest
  @CsvSource({"en, hello, Get help now", "es, hola, Pida ayuda ahora"})
  void whatIsNotClearIsToldWithoutAnIllness(String language, String greeting, String title)
      throws IOException {
    try (Visitor visitor = chromium.visit(Screen.HANDSET)) {
      Chat chat = new Chat(visitor.open(caller("priya-nair")));
      chat.renew();
      chat.ask(greeting);
      answers(chat.page(), language, "unclear", "do.call", "line.crisis", "close.emergency");
      Locator card = chat.ask("something is very wrong").locator(".card.emergency");

      assertThat(card.locator("h3")).containsText(title);
      assertThat(card).containsText("911");
      assertThat(card).containsText("988");
      chat.showQuestion();
      Pictures.take(chat.page(), "unclear-" + language);
    }
  }

  @Test
  void whoTellsOfAbuseCanLeaveWithoutATrace() throws IOException {
    try (Visitor visitor = chromium.visit(Screen.HANDSET)) {
      Page page = visitor.open(service.baseUrl() + "/phone");
      page.navigate(caller("priya-nair"));
      page.route(
          NEUTRAL + "**",
          route -> route.fulfill(
              new Route.FulfillOptions().setContentType("text/html").setBody("<p>Weather</p>")));
      Chat chat = new Chat(page);
      chat.renew();
      chat.ask("hello");
      Locator leave = chat.widget(".panel > button.emergency");
      assertThat(leave).isHidden();
      answers(
          page,
          "en",
          "abuse-disclosure",
          "abuse.do",
          "abuse.lines",
          "close.emergency",
          "ask.contact");
      chat.ask("he hits me");
      assertThat(leave).isInViewport();
      Visitor.accessible(page);
      chat.showQuestion();
      assertThat(leave).isInViewport();
      Pictures.take(page, "leave");

      leave.click();
      page.waitForURL(NEUTRAL);
      page.goBack();
      assertThat(page.url()).isEqualTo(service.baseUrl() + "/phone");
      page.navigate(service.baseUrl() + "/");
      assertThat(page.locator("health-assistant")).hasCount(0);
    }
  }

  /// Lets the next message be answered by an emergency of that category, as the service words it.
  private static void answers(Page page, String language, String category, String... ids)
      throws IOException {
    var words = new Properties();
    try (Reader in = Files.newBufferedReader(words(language))) {
      words.load(in);
    }
    List<Map<String, Object>> sentences = Stream.of(ids)
        .map(id -> words.getProperty("safety.US." + id))
        .map(text -> Map.<String, Object>of("text", text, "citations", List.of(), "kind", "safety"))
        .toList();
    var triage =
        Map.of("level", "EMERGENCY", "messageLevel", "EMERGENCY", "categories", List.of(category));
    var turn = Map.of(
        "messageId",
        "m1",
        "replyId",
        "r1",
        "action",
        "emergency",
        "triage",
        triage,
        "sentences",
        sentences,
        "citations",
        List.of(),
        "language",
        language,
        "text",
        "");
    String events = "event: triage\ndata: " + JSON.writeValueAsString(triage)
        + "\n\nevent: done\ndata: " + JSON.writeValueAsString(turn) + "\n\n";
    page.route("**/messages", route -> {
      if (route.request().method().equals("POST")) {
        route.fulfill(
            new Route.FulfillOptions().setContentType("text/event-stream").setBody(events));
      } else {
        route.resume();
      }
    });
  }

  private static Path words(String language) {
    Path file = Path.of("src/main/resources/messages/patient_" + language + ".properties");
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.isDirectory(here.resolve("assistant-core")) ? here : here.resolve("..");
    return root.resolve("assistant-core").resolve(file);
  }

  private static String caller(String id) {
    return service.access().patients().stream()
        .filter(patient -> patient.id().equals(id))
        .findFirst()
        .orElseThrow()
        .signIn();
  }
}
