package org.healthassistant.evaluation.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// The widget on a page, as a patient uses it.
///
/// @param page a page with one widget, signed in
record Chat(Page page) {

  /// On a wide screen the page itself stays at its top.
  private static final String SHOW =
      "entry => { entry.scrollIntoView(); if (innerWidth > 900) scrollTo(0, 0); }";

  /// Begins a new chat and waits for its greeting.
  void renew() {
    widget(".entry").first().waitFor();
    widget("header button").first().click();
    page.waitForResponse(
        response ->
            response.request().method().equals("POST") && response.url().endsWith("/conversations"),
        () -> widget("form:has(b) button.main").click());
    assertThat(widget(".greeting .body")).isVisible();
    assertThat(replies()).hasCount(0);
  }

  /// Sends a message and waits for its whole reply.
  Locator ask(String text) {
    int before = replies().count();
    field().fill(text);
    field().press("Enter");
    return reply(before);
  }

  /// The reply with this number, from 0, when it is whole.
  Locator reply(int number) {
    Locator reply = replies().nth(number);
    assertThat(reply.locator(".feedback, .emergency")).not().hasCount(0);
    assertThat(reply.locator(".wait")).hasCount(0);
    return reply;
  }

  /// Scrolls the last question to the top.
  void showQuestion() {
    widget(".entry.patient").last().evaluate(SHOW);
  }

  /// What the assistant has answered in this chat, oldest first.
  Locator replies() {
    return widget(".entry.assistant");
  }

  /// The last message from a person of the care team.
  Locator person() {
    return widget(".entry.provider .body").last();
  }

  Locator field() {
    return widget("textarea").last();
  }

  Locator widget(String selector) {
    return page.locator("health-assistant").locator(selector);
  }
}
