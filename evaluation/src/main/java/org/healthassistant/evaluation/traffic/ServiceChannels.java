package org.healthassistant.evaluation.traffic;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.healthassistant.evaluation.service.AssistantClient;
import org.healthassistant.evaluation.service.DemoAccess;
import org.healthassistant.evaluation.service.ServiceResponse;
import org.healthassistant.evaluation.stub.StubbedOutsideWorld;
import org.healthassistant.knowledge.text.Language;
import tools.jackson.databind.JsonNode;

/// Brings messages to the service: by web as a patient's client does, by SMS as Kannel does.
public final class ServiceChannels {

  /// The share of texts that Kannel delivers a second time under the same id, one in so many.
  private static final int REDELIVERED = 5;

  private final AssistantClient client;
  private final Map<String, String> tokens;
  private final Map<String, String> conversations = new ConcurrentHashMap<>();

  public ServiceChannels(AssistantClient client, DemoAccess access) {
    this.client = client;
    this.tokens = access.patients().stream()
        .collect(Collectors.toUnmodifiableMap(DemoAccess.Caller::id, DemoAccess.Caller::token));
  }

  /// The patient's one conversation by web, opened at first need.
  ///
  /// @throws IOException if the service is not reached
  public String conversation(String patient) throws IOException {
    String known = conversations.get(patient);
    if (known == null) {
      known = client.openConversation(token(patient), Language.ENGLISH.tag());
      conversations.put(patient, known);
    }
    return known;
  }

  /// Tries to bring a message in.
  ///
  /// @return whether the service said it has it; false: to be tried again
  /// @throws IllegalStateException if the service refuses it for good
  public boolean attempt(Send send) {
    send.tried();
    try {
      return switch (send.channel()) {
        case WEB -> web(send);
        case SMS -> sms(send);
      };
    } catch (IOException e) {
      return false;
    }
  }

  /// The transcript of a conversation, oldest first.
  ///
  /// @throws IOException if the service is not reached
  JsonNode transcript(String patient, String conversation) throws IOException {
    String path = "/api/v1/conversations/" + conversation + "/messages";
    return client
        .call("GET", path, token(patient), null)
        .orThrow("reading a transcript")
        .path("messages");
  }

  /// How many urgent escalations nobody was notified of yet, at most 200 are counted.
  ///
  /// @param token a provider's
  /// @throws IOException if the service is not reached
  public int unnotified(String token) throws IOException {
    int count = 0;
    for (JsonNode escalation : client
        .call("GET", "/api/v1/escalations?state=OPEN&limit=200", token, null)
        .orThrow("reading the inbox")
        .path("escalations")) {
      count += escalation.path("level").asString("").equals("ROUTINE") ? 0 : 1;
    }
    return count;
  }

  private boolean web(Send send) throws IOException {
    ServiceResponse answer =
        client.send(token(send.sender()), send.conversation(), send.text(), send.id());
    if (answer.ok()) {
      send.accepted(System.nanoTime(), bytes(send.text()) + bytes(answer.body().toString()));
      return true;
    }
    return retry(answer);
  }

  private boolean sms(Send send) throws IOException {
    String path = "/sms/kannel/inbound?secret=" + StubbedOutsideWorld.SECRET
        + "&from=" + encoded(send.sender())
        + "&to=" + encoded(StubbedOutsideWorld.OWN_NUMBER)
        + "&text=" + encoded(send.text())
        + "&id=" + send.id()
        + "&ts=" + "1764000000"
        + "&charset=UTF-8";
    ServiceResponse answer = client.get(path);
    if (!answer.ok()) {
      return retry(answer);
    }
    if (Math.floorMod(send.id().hashCode(), REDELIVERED) == 0) {
      client.get(path);
    }
    send.accepted(System.nanoTime(), bytes(send.text()));
    return true;
  }

  private static boolean retry(ServiceResponse answer) {
    if (answer.status() == 429 || answer.status() >= 500) {
      return false;
    }
    answer.orThrow("a message");
    return false;
  }

  private String token(String patient) {
    String token = tokens.get(patient);
    if (token == null) {
      throw new IllegalStateException("demo-access.json lacks the patient " + patient);
    }
    return token;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
