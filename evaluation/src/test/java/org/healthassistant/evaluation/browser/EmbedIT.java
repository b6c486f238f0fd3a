package org.healthassistant.evaluation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.healthassistant.evaluation.service.ServiceOptions;
import org.healthassistant.evaluation.service.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The README's snippet as it is printed there, on the page of a portal of another origin: with a
/// stranger's script and style around it, and with tokens that the service refuses.
class EmbedIT {

  private static final Pattern SNIPPET =
      Pattern.compile("## Embed the widget\\n\\n```html\\n(.*?)```", Pattern.DOTALL);
  private static final String PRINTED_ADDRESS = "https://assistant.example.org";
  private static final String TOKEN_PATH = "/my-portal/assistant-token";
  private static final String STYLE = "body { text-transform: uppercase; text-align: center;"
      + " white-space: nowrap; letter-spacing: 3px } * { font-size: 11px; color: red }";
  private static final double TIME_BUDGET_MILLIS = 10_000;

  private static HttpServer portal;
  private static ServiceProcess service;
  private static Chromium chromium;
  private static volatile String token = "";

  @BeforeAll
  static void start() throws IOException {
    Chromium.need();
    portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service = ServiceProcess.launch(
        ServiceOptions.packaged().with("assistant.embed.origins", portalAddress()));
    chromium = Chromium.start();
    service.awaitReady();
    serve("/", "text/html", EmbedIT::page);
    serve("/weather-widget.js", "text/javascript", () -> "");
    serve(TOKEN_PATH, "text/plain", () -> token);
    portal.start();
    PlaywrightAssertions.setDefaultAssertionTimeout(TIME_BUDGET_MILLIS);
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (service != null) {
      service.close();
    }
    if (portal != null) {
      portal.stop(0);
    }
  }

  @BeforeEach
  void signsIn() {
    token = service.access().patients().getFirst().token();
  }

  @Test
  void thePrintedSnippetAnswersThePatientAndKeepsTheTokenOutOfThePage() {
    try (Visitor patient = chromium.visit(Screen.DESKTOP)) {
      Chat chat = open(patient);

      assertThat(chat.ask("what can I eat with type 2 diabetes?")
              .locator("p.content")
              .first())
          .isVisible();
      assertThat(chat.page().locator("health-assistant").getAttribute("token")).isNull();
    }
  }

  @Test
  void theHostsStyleDoesNotReachTheReply() {
    try (Visitor patient = chromium.visit(Screen.PHONE)) {
      Chat chat = open(patient);

      var reply =
          chat.ask("what can I eat with type 2 diabetes?").locator("p.content").first();
      assertThat(reply).hasCSS("font-size", "17px");
      assertThat(reply).hasCSS("text-transform", "none");
      assertThat(reply).hasCSS("white-space", "normal");
      assertThat(reply).hasCSS("letter-spacing", "normal");
    }
  }

  @Test
  void whatIsTypedOutlivesMovingTheElement() {
    try (Visitor patient = chromium.visit(Screen.DESKTOP)) {
      Chat chat = open(patient);
      chat.field().fill("my left l");

      chat.page()
          .evaluate("() => document.querySelector('main').append("
              + "document.querySelector('health-assistant'))");
      assertThat(chat.field()).hasValue("my left l");
      chat.page().reload();
      chat.widget(".launcher").click();
      assertThat(chat.field()).hasValue("my left l");
    }
  }

  @Test
  void aMessageThatNoTokenLetsThroughSaysSoAndGoesOutWhenOneDoes() {
    String good = token;
    token = good.substring(0, good.lastIndexOf('.') + 1) + "forged";
    try (Visitor patient = chromium.visit(Screen.DESKTOP)) {
      Page page = patient.open(portalAddress());
      Chat chat = new Chat(page);
      chat.widget(".launcher").click();
      chat.field().fill("my chest hurts really bad and my arm is numb");
      chat.field().press("Enter");

      assertThat(chat.widget(".banner")).containsText("911");
      assertThat(chat.widget(".entry.patient .soft").last()).containsText("911");
      token = good;
      assertThat(chat.widget(".card.emergency").first())
          .isVisible(new IsVisibleOptions().setTimeout(60_000));
    }
  }

  private static Chat open(Visitor patient) {
    Chat chat = new Chat(patient.open(portalAddress()));
    chat.widget(".launcher").click();
    chat.renew();
    return chat;
  }

  private static String portalAddress() {
    return "http://localhost:" + portal.getAddress().getPort();
  }

  private static String page() {
    return "<!doctype html><meta charset=\"utf-8\"><title>A portal</title><style>" + STYLE
        + "</style><main><h1>A portal</h1></main><script src=\"/weather-widget.js\"></script>"
        + snippet();
  }

  private static String snippet() {
    try {
      Matcher found = SNIPPET.matcher(Files.readString(readme()));
      assertThat(found.find()).as("the README prints how to embed the widget").isTrue();
      return found.group(1).replace(PRINTED_ADDRESS, service.baseUrl().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path readme() {
    Path here = Path.of("").toAbsolutePath();
    return here.endsWith("evaluation")
        ? here.resolveSibling("README.md")
        : here.resolve("README.md");
  }

  private static void serve(String path, String type, Supplier<String> content) {
    portal.createContext(path, exchange -> {
      byte[] body = content.get().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
  }
}
