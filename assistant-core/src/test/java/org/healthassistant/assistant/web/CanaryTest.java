package org.healthassistant.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Tells the whole story with words that stand nowhere else, and looks for them in the logs, in
/// error bodies and in addresses.
class CanaryTest {

  private static final String CANARY = "zqxcanary";
  private static final String DANA = "dana-whitfield";

  @Test
  void leavesNoHealthTextInLogsErrorsOrAddresses() {
    TestService service = TestService.on(TestDatabase.H2);
    ListAppender<ILoggingEvent> logged = listen();
    List<HttpResponse<String>> failures = new ArrayList<>();
    String conversation = service.begin(DANA);
    String base = "/api/v1/conversations/" + conversation;
    String id = UUID.randomUUID().toString();
    service.post(DANA, conversation, "what can I eat with diabetes and " + CANARY + "?", id);
    service.say(DANA, conversation, "my chest hurts really bad " + CANARY);
    failures.add(service.post(DANA, conversation, CANARY + " another text", id));
    failures.add(service.post(DANA, conversation, (CANARY + " words ").repeat(900), id + "x"));
    String token = service.token(DANA);
    failures.add(service.send("POST", base + "/messages", token, "{\"text\":\"" + CANARY));
    failures.add(service.send(
        "POST", base + "/messages", token, "{\"text\":\"" + CANARY + "\",\"unknown\":1}"));
    failures.add(
        service.send("POST", base + "/messages", token, "{\"text\":[\"" + CANARY + "\"]}"));
    failures.add(service.send(HttpRequest.newBuilder(URI.create(
            service.baseUrl() + "/sms/kannel/inbound?secret=wrong&from=1&to=2&id=3&text=" + CANARY))
        .build()));
    service.send("POST", base + "/human", token, "{\"reason\":\"" + CANARY + "\"}");
    failures.forEach(failure -> {
      assertThat(failure.statusCode()).isGreaterThanOrEqualTo(400);
      assertThat(failure.body()).doesNotContain(CANARY);
    });
    assertThat(text(logged)).doesNotContain(CANARY).doesNotContain("Whitfield");
    stop(logged);
  }

  private static ListAppender<ILoggingEvent> listen() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    ListAppender<ILoggingEvent> list = new ListAppender<>();
    list.setContext(context);
    list.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(list);
    context.getLogger("org.healthassistant").setLevel(Level.DEBUG);
    return list;
  }

  private static void stop(ListAppender<ILoggingEvent> list) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(list);
    context.getLogger("org.healthassistant").setLevel(Level.INFO);
  }

  private static String text(ListAppender<ILoggingEvent> list) {
    return new ArrayList<>(list.list)
        .stream()
            .map(event -> event.getFormattedMessage()
                + (event.getThrowableProxy() == null
                    ? ""
                    : ThrowableProxyUtil.asString(event.getThrowableProxy())))
            .collect(Collectors.joining("\n"));
  }
}
