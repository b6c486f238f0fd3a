package org.healthassistant.evaluation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.healthassistant.evaluation.service.DemoAccess.Caller;
import org.healthassistant.evaluation.service.ServiceOptions;
import org.healthassistant.evaluation.service.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a newcomer sees: a patient asks and is answered, an emergency reaches a nurse and her
/// reply the patient; the same by text message. On every page of it axe-core finds nothing.
class StoryIT {

  private static final String QUESTION = "what can I eat with type 2 diabetes?";
  private static final String EMERGENCY = "my chest hurts really bad and my arm is numb";
  private static final String REPLY = "This is Ana, your nurse. I am calling you now.";
  private static final double TIME_BUDGET_MILLIS = 10_000;
  private static final int MOST_TABS = 40;

  private static ServiceProcess service;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    Chromium.need();
    service = ServiceProcess.launch(ServiceOptions.packaged());
    chromium = Chromium.start();
    service.awaitReady();
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
  }

  @ParameterizedTest
  @EnumSource(names = {"DESKTOP", "PHONE"})
  void anEmergencyReachesTheNurseAndHerReplyThePatient(Screen screen) {
    try (Visitor dana = chromium.visit(screen);
        Visitor ana = chromium.visit(screen)) {
      Page inbox = openInbox(ana);
      Chat chat = new Chat(dana.open(caller("dana-whitfield").signIn()));
      chat.renew();
      readsACitedAnswer(dana, chat, screen);
      Visitor.stay(chat.page());
      Visitor.stay(inbox);

      Locator emergency = chat.ask(EMERGENCY).locator(".card.emergency");
      assertThat(emergency).containsText("911");
      Visitor.accessible(chat.page());
      picture(screen, Screen.DESKTOP, chat.page(), "emergency");

      Page escalation = readsWhy(inbox, screen);
      acknowledgesAndReplies(escalation);
      assertThat(chat.person()).hasText(REPLY);
      Visitor.stayed(chat.page());

      resolves(escalation);
      dana.sawNoErrors();
      ana.sawNoErrors();
    }
  }

  private static void readsACitedAnswer(Visitor dana, Chat chat, Screen screen) {
    Locator reply = chat.ask(QUESTION);
    assertThat(reply.locator("p.content")).not().hasCount(0);
    assertThat(reply.locator("p.content:not(:has(.mark)), p.record:not(:has(.mark))"))
        .hasCount(0);
    chat.showQuestion();
    picture(screen, Screen.DESKTOP, chat.page(), "portal");
    picture(screen, Screen.PHONE, chat.page(), "portal-phone");

    Locator fact = reply.locator("p.record").first();
    assertThat(fact).containsText("7.9 %");
    fact.locator(".mark.record").click();
    assertThat(reply.locator(".source.record")).containsText("Hemoglobin A1c");
    assertThat(reply.locator(".source.record")).containsText("7.9 %");

    reply.locator("p.content .mark").first().click();
    assertThat(reply.locator(".source.record")).hasCount(0);
    Visitor.accessible(chat.page());
    Page article = dana.openedBy(() -> reply.locator("div.source a").click());
    readsTheSection(article);
    Visitor.accessible(article);
    article.close();
  }

  private static void readsTheSection(Page article) {
    assertThat(article)
        .hasURL(Pattern.compile(".*/articles/[a-z0-9-]+\\?release=[0-9a-f]+#[a-z0-9-]+$"));
    assertThat(article.locator("section:target h3")).isInViewport();
  }

  private static Page readsWhy(Page inbox, Screen screen) {
    Locator row = inbox
        .locator(".row.level-EMERGENCY")
        .filter(new FilterOptions().setHasText("Dana Whitfield"));
    assertThat(row).isVisible();
    Visitor.stayed(inbox);
    Visitor.accessible(inbox);
    picture(screen, Screen.DESKTOP, inbox, "workspace");

    row.locator(".who").click();
    Locator trigger = inbox.locator(".transcript .trigger");
    assertThat(trigger.locator("mark").first()).isVisible();
    assertThat(trigger.locator(".saw")).containsText("chest-pain-");
    assertThat(inbox.locator("#summary")).containsText(EMERGENCY);
    Visitor.accessible(inbox);
    picture(screen, Screen.DESKTOP, inbox, "escalation");
    return inbox;
  }

  private static void acknowledgesAndReplies(Page escalation) {
    Hand.press(escalation.locator("#do-acknowledge"));
    assertThat(escalation.locator("#do-acknowledge")).hasCount(0);
    assertThat(escalation.locator("#status")).containsText("Ana Reyes");
    escalation.locator("#reply-text").fill(REPLY);
    Hand.press(escalation.locator("#form-reply button"));
    assertThat(escalation.locator(".transcript .by-provider").last()).containsText(REPLY);
    assertThat(escalation.locator("#result .bad")).hasCount(0);
  }

  private static void resolves(Page escalation) {
    Hand.press(escalation.locator("#form-resolve button"));
    assertThat(escalation.locator("#do-take-over")).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"DESKTOP", "PHONE"})
  void aSpanishTextGetsASpanishReplyWithItsSource(Screen screen) {
    try (Visitor maria = chromium.visit(screen)) {
      Page phone = openPhone(maria, "Maria");
      text(phone, "¿qué puedo comer con diabetes tipo 2?");
      assertThat(phone.locator(".bubble.in").last()).containsText("Fuente: ");
      assertThat(phone.locator(".bubble.in").last()).containsText("diabetes");
      Visitor.accessible(phone);
      picture(screen, Screen.DESKTOP, phone, "phone");
      maria.sawNoErrors();
    }
  }

  @Test
  void aMessageIsSentAndACitationOpenedByKeysAlone() {
    try (Visitor priya = chromium.visit(Screen.DESKTOP)) {
      Page page = priya.open(caller("priya-nair").signIn());
      Chat chat = new Chat(page);
      assertThat(chat.widget(".greeting .body")).isVisible();
      press(page, "Tab", "textarea");
      page.keyboard().type("what helps with a cold?");
      page.keyboard().press("Enter");
      Locator reply = chat.reply(0);

      press(page, "Shift+Tab", ".mark");
      page.keyboard().press("Enter");
      assertThat(reply.locator("div.source")).isVisible();
      press(page, "Tab", ".source a");
      readsTheSection(priya.openedBy(() -> page.keyboard().press("Enter")));
      priya.sawNoErrors();
    }
  }

  @Test
  void nothingIsCutOffOnANarrowScreen() {
    try (Visitor tom = chromium.visit(Screen.NARROW);
        Visitor ana = chromium.visit(Screen.NARROW)) {
      Chat chat = new Chat(tom.open(caller("tom-becker").signIn()));
      chat.renew();
      Locator reply = chat.ask(QUESTION);
      reply.locator(".mark").first().click();
      Page article = tom.openedBy(() -> reply.locator("div.source a").click());
      chat.ask(EMERGENCY);
      fits(chat.page(), article, tom.open(service.baseUrl() + "/phone"));
      assertThat(
              (Boolean) chat.widget(".log").evaluate("log => log.scrollWidth <= log.clientWidth"))
          .as("the chat fits")
          .isTrue();

      Page inbox = openInbox(ana);
      fits(inbox);
      inbox.locator(".row .who").first().click();
      assertThat(inbox.locator(".transcript .trigger")).isVisible();
      fits(inbox);
    }
  }

  private static void fits(Page... pages) {
    for (Page page : pages) {
      Visitor.fits(page);
    }
  }

  private static Page openInbox(Visitor nurse) {
    nurse.open(caller("nurse-ana").signIn()).close();
    return nurse.open(service.baseUrl() + "/workspace");
  }

  private static Page openPhone(Visitor visitor, String name) {
    Page phone = visitor.open(service.baseUrl() + "/phone");
    Locator owner = phone.locator("#number option").filter(new FilterOptions().setHasText(name));
    phone.locator("#number").selectOption(owner.getAttribute("value"));
    return phone;
  }

  private static void text(Page phone, String text) {
    int before = phone.locator(".bubble.in").count();
    phone.locator("#text").fill(text);
    phone.locator("#text").press("Enter");
    assertThat(phone.locator(".bubble.in").nth(before)).isVisible();
  }

  /// Presses a key until the focus is on such an element of the widget.
  private static void press(Page page, String key, String selector) {
    for (int i = 0; i < MOST_TABS; i++) {
      page.keyboard().press(key);
      Object there = page.evaluate(
          "s => document.activeElement.shadowRoot?.activeElement?.matches(s) === true", selector);
      if (Boolean.TRUE.equals(there)) {
        return;
      }
    }
    throw new AssertionError(selector + " is not reached by " + MOST_TABS + " times " + key);
  }

  private static void picture(Screen now, Screen wanted, Page page, String name) {
    if (now == wanted) {
      Pictures.take(page, name);
    }
  }

  private static Caller caller(String id) {
    var access = service.access();
    return Stream.concat(access.patients().stream(), access.providers().stream())
        .filter(caller -> caller.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
