package org.healthassistant.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.NewMessage;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.testing.Statements;
import org.healthassistant.assistant.turn.Corridor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ConversationEventsTest {

  private static final String PATIENT = "tom-becker";

  private final TestService service;

  ConversationEventsTest(TestDatabase database) {
    service = TestService.on(database);
  }

  @Test
  void goesOnAfterTheLastEventSeenAndSaysWhoAnswers() throws Exception {
    String id = service.begin(PATIENT);
    JsonNode first = service.say(PATIENT, id, "How much water should I drink?");
    JsonNode second = service.say(PATIENT, id, "And how much salt is too much?");

    try (Reader reader = new Reader(id, first.get("replyId").asString())) {
      List<Event> seen = reader.next(3);

      assertThat(seen).extracting(Event::name).containsExactly("message", "message", "handoff");
      assertThat(seen.get(0).data().get("text").asString()).startsWith("And how much salt");
      assertThat(seen.get(1).id()).isEqualTo(second.get("replyId").asString());
      assertThat(seen.get(1).data().get("turn").get("text")).isEqualTo(second.get("text"));
      assertThat(seen.get(2).data().get("state").asString()).isEqualTo("bot");
      assertThat(seen.get(2).id()).as("no place to go on from").isEmpty();
    }
  }

  @Test
  void tellsAReplyThatCameLateAsATurnToo() throws Exception {
    String id = service.begin(PATIENT);

    try (Reader reader = new Reader(id, "")) {
      assertThat(reader.next(1)).extracting(Event::name).containsExactly("handoff");
      String asked = askedBefore(id, Duration.ofMinutes(10));
      assertThat(service.bean(Corridor.class).complete(asked)).isPresent();

      List<Event> seen = reader.next(3);

      assertThat(seen).extracting(Event::name).containsExactly("message", "message", "turn");
      assertThat(seen.get(2).data().get("messageId").asString()).isEqualTo(asked);
    }
  }

  /// For ten late replies fewer than two for each, and for twenty conversations fewer than one,
  /// though a stream that was left may take a last look meanwhile.
  @Test
  void asksTheDatabaseForAllConversationsAndAllNewsAtOnce() throws Exception {
    String late = withLateReplies(10);
    for (int i = 0; i < 20; i++) {
      service.begin(PATIENT);
    }

    assertThat(statementsOf(this::list)).isBetween(1L, 19L);
    assertThat(statementsOf(() -> read(late, 20))).isBetween(1L, 19L);
  }

  private String withLateReplies(int count) {
    String id = service.begin(PATIENT);
    for (int i = 0; i < count; i++) {
      String asked = askedBefore(id, Duration.ofMinutes(10));
      assertThat(service.bean(Corridor.class).complete(asked)).isPresent();
    }
    return id;
  }

  /// Reads a conversation from its first message on, whose late replies come twice.
  private void read(String id, int messages) throws IOException, InterruptedException {
    String start = service
        .json(service.send(
            "GET", "/api/v1/conversations/" + id + "/messages", service.token(PATIENT), ""))
        .at("/messages/0/id")
        .asString();
    try (Reader reader = new Reader(id, start)) {
      assertThat(reader.next(messages - 1 + messages / 2))
          .extracting(Event::name)
          .contains("turn");
    }
  }

  private void list() {
    service.send("GET", "/api/v1/conversations", service.token(PATIENT), "");
  }

  private static long statementsOf(Work work) throws Exception {
    try (Statements sent = Statements.counted()) {
      work.run();
      return sent.by("tomcat-handler-");
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  @Test
  void knowsNoEventOfAnotherConversation() {
    String one = service.begin(PATIENT);
    String other = service.begin(PATIENT);
    String ofOther =
        service.say(PATIENT, other, "How much sleep do I need?").get("replyId").asString();

    assertThat(service.send(request(one, ofOther)).statusCode()).isEqualTo(404);
  }

  @Test
  void givesAWholeTranscriptHoweverLong() {
    String id = service.begin(PATIENT);
    int messages = 600;
    for (int i = 0; i < messages; i++) {
      askedBefore(id, Duration.ofMinutes(10));
    }

    var transcript = service.send(
        "GET", "/api/v1/conversations/" + id + "/messages", service.token(PATIENT), "");

    assertThat(service.json(transcript).get("messages")).hasSize(messages);
  }

  /// A message that was stored so long ago and is not answered yet.
  private String askedBefore(String conversationId, Duration ago) {
    Conversation conversation = service.bean(Conversations.class).get(conversationId);
    Subject subject = service.bean(Subjects.class).get(conversation.subjectId());
    return service
        .bean(Transactions.class)
        .durable(() -> {
          service.bean(Subjects.class).lock(subject.id());
          return service
              .bean(Messages.class)
              .append(
                  subject,
                  conversation,
                  NewMessage.ofPatient(
                      Ids.next(),
                      "What is a normal blood pressure?",
                      Optional.empty(),
                      new TriageDecision(
                          Level.SELF_CARE, List.of(), List.of(), true, false, "pack"),
                      Message.PlannedReply.ANSWER,
                      service.bean(RealClock.class).instant().minus(ago)))
              .orElseThrow();
        })
        .id();
  }

  private HttpRequest request(String conversation, String after) {
    HttpRequest.Builder request = HttpRequest.newBuilder(
            URI.create(service.baseUrl() + "/api/v1/conversations/" + conversation + "/events"))
        .header("Authorization", "Bearer " + service.token(PATIENT));
    return (after.isEmpty() ? request : request.header("Last-Event-ID", after)).build();
  }

  /// @param id empty: none
  private record Event(String name, String id, JsonNode data) {}

  private final class Reader implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final BufferedReader lines;
    private final JsonMapper json = JsonMapper.builder().build();

    Reader(String conversation, String after) throws IOException, InterruptedException {
      lines = new BufferedReader(new InputStreamReader(
          client
              .send(request(conversation, after), HttpResponse.BodyHandlers.ofInputStream())
              .body(),
          StandardCharsets.UTF_8));
    }

    List<Event> next(int count) throws IOException {
      List<Event> events = new ArrayList<>();
      String name = "";
      String id = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring("event: ".length());
        } else if (line.startsWith("id: ")) {
          id = line.substring("id: ".length());
        } else if (line.startsWith("data: ")) {
          events.add(new Event(name, id, json.readTree(line.substring("data: ".length()))));
          id = "";
        }
        if (events.size() == count) {
          return events;
        }
      }
      throw new IllegalStateException("the stream ended after " + events);
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }
}
