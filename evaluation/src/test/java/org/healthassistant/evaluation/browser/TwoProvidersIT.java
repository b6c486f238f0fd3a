package org.healthassistant.evaluation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.healthassistant.evaluation.service.DemoAccess.Caller;
import org.healthassistant.evaluation.service.ServiceOptions;
import org.healthassistant.evaluation.service.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two providers and a patient: an alarm is heard, claimed by one, answered in three clicks at
/// most, and called about when the answer is not seen; the screen locks and loses nothing. On
/// every page and state of it axe-core finds nothing.
class TwoProvidersIT {

  private static final String EMERGENCY = "my chest hurts really bad and my arm is numb";
  private static final String DRAFT = "Please sit down, I am";
  private static final double TIME_BUDGET_MILLIS = 10_000;
  private static final int MOST_CLICKS = 3;

  private static ServiceProcess service;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    Chromium.need();
    service = ServiceProcess.launch(
        ServiceOptions.packaged().with("assistant.workspace.call-after.emergency", "2s"));
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

  @Test
  void anAlarmIsHeardAndContactMadeByTelephoneInThreeClicks() {
    try (Visitor ana = chromium.visit(Screen.DESKTOP)) {
      Page inbox = openInbox(ana, "nurse-ana");
      assertThat(inbox.locator("#sound")).hasText("Sound is blocked: press to allow");
      inbox.locator("#content h1").click();
      assertThat(inbox.locator("#sound")).hasText("Sound: on");

      write(inbox, "dana-whitfield", EMERGENCY);
      Locator row = row(inbox, "Dana Whitfield");
      assertThat(row).isVisible();
      assertThat(inbox).hasTitle(Pattern.compile("^\\d EMERGENCY .*Inbox$"));
      assertThat(inbox.locator("body")).hasAttribute("data-sounded", Pattern.compile("\\d+"));
      assertThat(inbox.locator("link[rel=icon]"))
          .hasAttribute("href", Pattern.compile("^data:image/png.*"));

      Hand hand = new Hand();
      hand.click(row.locator(".who"));
      assertThat(inbox.locator("#tel-0")).hasAttribute("href", Pattern.compile("^tel:\\+?\\d.*"));
      hand.click(inbox.locator("#do-reached"));
      assertThat(inbox.locator("#result")).hasText("Contact recorded.");
      assertThat(inbox.locator("#status")).containsText("Contacted at");
      System.out.println("alarm to contact by telephone: " + hand.clicks() + " clicks");
      assertThat(hand.clicks()).isLessThanOrEqualTo(MOST_CLICKS);
      ana.sawNoErrors();
    }
  }

  @Test
  void aReplyIsThreeClicksAndContactOnlyOnceItIsSeen() {
    try (Visitor tom = chromium.visit(Screen.PHONE);
        Visitor ana = chromium.visit(Screen.DESKTOP);
        Visitor ben = chromium.visit(Screen.DESKTOP)) {
      Page inbox = openInbox(ana, "nurse-ana");
      Page other = openInbox(ben, "dr-okafor");
      write(inbox, "tom-becker", EMERGENCY);

      Hand hand = new Hand();
      hand.click(row(inbox, "Tom Becker").locator(".who"));
      hand.click(inbox.locator("#to-reply"));
      inbox.keyboard().type("This is Ana. How are you now?");
      hand.click(inbox.locator("#form-reply button"));
      assertThat(inbox.locator(".transcript .by-provider .status")).hasText("not seen yet");
      assertThat(hand.clicks()).isLessThanOrEqualTo(MOST_CLICKS);

      Visitor.stay(other);
      assertThat(row(other, "Tom Becker").locator(".call")).containsText("reply not seen for");
      assertThat(inbox.locator("#status .call")).containsText("reply not seen for");
      assertThat(inbox.locator("#status")).not().containsText("Contacted at");
      Visitor.accessible(other);
      Visitor.accessible(inbox);

      Page phone = tom.open(caller("tom-becker").signIn());
      assertThat(new Chat(phone).person()).isVisible();
      assertThat(inbox.locator("#status")).containsText("Contacted at");
      System.out.println("alarm to contact by reply: " + hand.clicks() + " clicks");
      assertThat(row(other, "Tom Becker").locator(".call")).hasCount(0);
      Visitor.stayed(other);
    }
  }

  @Test
  void ofTwoWhoClaimAtOnceOneWinsAndTheOtherIsTold() {
    try (Visitor ana = chromium.visit(Screen.DESKTOP);
        Visitor ben = chromium.visit(Screen.DESKTOP)) {
      Page hers = openInbox(ana, "nurse-ana");
      Page his = openInbox(ben, "dr-okafor");
      write(hers, "maria-alvarez", EMERGENCY);
      for (Page page : new Page[] {hers, his}) {
        Hand.press(row(page, "Maria Alvarez").locator(".who"));
        assertThat(page.locator("#do-acknowledge")).isVisible();
        page.waitForLoadState();
      }

      hers.evaluate("() => { document.getElementById('do-acknowledge').click() }");
      his.evaluate("() => { document.getElementById('do-acknowledge').click() }");

      Locator won = hers.locator("#result .good");
      Locator told = his.locator("#result .good");
      assertThat(hers.locator("#result p")).isVisible();
      assertThat(his.locator("#result p")).isVisible();
      assertThat(won.count() + told.count()).as("winners").isEqualTo(1);
      Page loser = won.count() == 1 ? his : hers;
      assertThat(loser.locator("#result .bad")).containsText("has this already");
      assertThat(loser.locator("#do-acknowledge")).hasCount(0);
    }
  }

  @Test
  void theScreenLocksShowsNumbersAloneAndGivesBackWhatWasBeingWritten() {
    try (Visitor ana = chromium.visit(Screen.DESKTOP)) {
      ana.setsTheClock();
      Page page = openInbox(ana, "nurse-ana");
      write(page, "priya-nair", EMERGENCY);
      Hand.press(row(page, "Priya Nair").locator(".who"));
      assertThat(page.locator("#content h1")).containsText("Priya Nair");
      page.waitForLoadState(); // a page counts its idle time from when its scripts run
      page.locator("#content h1").click();
      page.locator("#reply-text").fill(DRAFT);

      List<Route> underWay = new ArrayList<>();
      page.route("**/workspace/lock", underWay::add);
      page.clock().fastForward(Duration.ofMinutes(5).toMillis());
      assertThat(page.locator("#cover")).isVisible();
      page.waitForCondition(() -> !underWay.isEmpty());
      countsFromBeforeTheLockDoNotOpen(page);
      page.waitForResponse("**/workspace/lock", underWay.getFirst()::resume);
      assertThat(page.locator("#content")).isHidden();
      assertThat(page.content()).doesNotContain("Priya", "chest");
      assertThat(page).hasTitle(Pattern.compile(".*Locked$"));
      Visitor.accessible(page);
      assertThat(refusal(page, "/workspace/events")).isEqualTo(423);

      String before = page.locator("#cover-counts").innerText();
      write(page, "robert-hayes", EMERGENCY);
      assertThat(page.locator("#cover-counts")).not().hasText(before);
      assertThat(page.locator("body")).hasAttribute("data-sounded", Pattern.compile("\\d+"));
      assertThat(page.content()).doesNotContain("Hayes");

      Hand.press(page.locator("#unlock button"));
      assertThat(page.locator("#reply-text")).hasValue(DRAFT);
      assertThat(page.locator("#content h1")).containsText("Priya Nair");
      assertThat(page.locator("#cover")).isHidden();
    }
  }

  /** Counts that come before the service has heard of the lock still say that there is none. */
  private static void countsFromBeforeTheLockDoNotOpen(Page page) {
    List<String> asked = new CopyOnWriteArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    page.evaluate("""
        async () => {
          const counts = { waiting: 1, emergencies: 1, newest: 1, locked: false };
          const windows = new BroadcastChannel('workspace');
          const heard = new Promise((done) => windows.addEventListener('message', done));
          windows.postMessage({ kind: 'alarms', value: counts });
          const other = new BroadcastChannel('workspace');
          other.postMessage({ kind: 'told' });
          await heard;
          await fetch('/workspace/locked');
          windows.close();
          other.close();
        }\
        """);
    assertThat(asked).doesNotContain(page.url());
    assertThat(page.locator("#cover")).isVisible();
  }

  @Test
  void everythingIsReachedByKeysAloneFromAlarmToResolving() {
    try (Visitor ben = chromium.visit(Screen.DESKTOP)) {
      Page page = openInbox(ben, "dr-okafor");
      write(page, "robert-hayes", EMERGENCY);
      assertThat(row(page, "Hayes")).isVisible();
      Hand.tabTo(page, "#" + row(page, "Hayes").locator(".who").getAttribute("id"));
      page.keyboard().press("Enter");
      assertThat(page.locator("#do-reached")).isVisible();
      page.waitForLoadState();
      Hand.tabTo(page, "#do-reached");
      page.keyboard().press("Enter");
      assertThat(page.locator("#status")).containsText("Contacted at");
      Hand.tabTo(page, "#form-resolve select[name=right]");
      page.keyboard().press("ArrowDown");
      Hand.tabTo(page, "#form-resolve button");
      page.keyboard().press("Enter");
      assertThat(page.locator("#result")).hasText("Resolved.");
      page.keyboard().press("?");
      assertThat(page.locator("#keys")).isVisible();
      Visitor.accessible(page);
      page.keyboard().press("Escape");
      ben.sawNoErrors();
    }
  }

  @Test
  void nothingIsCutOffAndNoFocusHiddenAtFourHundredPerCent() {
    try (Visitor ana = chromium.visit(Screen.NARROW)) {
      Page page = openInbox(ana, "nurse-ana");
      write(page, "maria-alvarez", EMERGENCY);
      assertThat(row(page, "Maria Alvarez")).isVisible();
      fitsAndIsAccessible(page);
      Hand.press(row(page, "Maria Alvarez").locator(".who"));
      assertThat(page.locator(".transcript .trigger")).isVisible();
      page.waitForLoadState();
      fitsAndIsAccessible(page);
      page.navigate(service.baseUrl() + "/workspace/statistics");
      assertThat(page.locator("#content h1")).hasText("Statistics");
      fitsAndIsAccessible(page);
      Hand.press(page.locator("#lock-now"));
      assertThat(page.locator("#cover")).isVisible();
      fitsAndIsAccessible(page);
      page.navigate(service.baseUrl() + "/workspace");
      assertThat(page).hasURL(Pattern.compile(".*/workspace/locked.*"));
      assertThat(page.locator("#cover-counts")).not().isEmpty();
      assertThat(page.locator("#cover")).hasCSS("display", "grid");
      fitsAndIsAccessible(page);
    }
  }

  private static void fitsAndIsAccessible(Page page) {
    Visitor.fits(page);
    Visitor.accessible(page);
    Hand.neverLosesTheFocus(page);
  }

  private static int refusal(Page page, String path) {
    return page.request()
        .get(
            service.baseUrl() + path,
            RequestOptions.create().setHeader("Accept", "text/event-stream"))
        .status();
  }

  private static Page openInbox(Visitor provider, String id) {
    provider.open(caller(id).signIn()).close();
    return provider.open(service.baseUrl() + "/workspace");
  }

  private static Locator row(Page inbox, String patient) {
    return inbox.locator(".row").filter(new FilterOptions().setHasText(patient));
  }

  /// Writes as a patient from a telephone of their own, out of the provider's sight.
  private static void write(Page any, String patient, String text) {
    String token = "Bearer " + caller(patient).token();
    String conversations = service.baseUrl() + "/api/v1/conversations";
    String begun = any.request()
        .post(
            conversations,
            RequestOptions.create().setHeader("Authorization", token).setData(Map.of()))
        .text();
    String id = begun.replaceAll("(?s)^.*?\"id\"\\s*:\\s*\"([^\"]+)\".*$", "$1");
    int status = any.request()
        .post(
            conversations + "/" + id + "/messages",
            RequestOptions.create().setHeader("Authorization", token).setData(Map.of("text", text)))
        .status();
    assertThat(status).isEqualTo(200);
  }

  private static Caller caller(String id) {
    var access = service.access();
    return Stream.concat(access.patients().stream(), access.providers().stream())
        .filter(caller -> caller.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
