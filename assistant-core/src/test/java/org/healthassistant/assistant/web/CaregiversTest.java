package org.healthassistant.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.patient.SafeContact;
import org.healthassistant.assistant.patient.Subjects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A person who acts for Robert Hayes: his wife Joan; their son Mark did until June.
class CaregiversTest {

  private static final String ROBERT = "robert-hayes";

  private final TestService service = TestService.on(TestDatabase.H2);
  private final String patient = service.token(ROBERT);
  private final String joan = service.tokenFor(ROBERT, "joan-hayes");

  @AfterEach
  void withdraw() {
    give("joan-hayes", "");
  }

  @Test
  void seesNothingUntilThePatientSaysSo() {
    for (String path : List.of("/me/record", "/conversations", "/me/record/trends/4548-4")) {
      HttpResponse<String> refused = service.send("GET", "/api/v1" + path, joan, "");

      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(service.json(refused).get("code").asString()).isEqualTo("consent-required");
    }
    assertThat(service.send("POST", "/api/v1/conversations", joan, "{}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void seesThePartsThatAreGivenAndIsToldThatThereMayBeMore() {
    give("joan-hayes", "\"medicines\"");

    JsonNode sections = get("/me/record", joan).get("sections");

    assertThat(status(sections, "Medicines")).isEqualTo("incomplete");
    assertThat(status(sections, "Health conditions")).isEqualTo("not-shared");
    assertThat(status(sections, "Lab results")).isEqualTo("not-shared");
    assertThat(service.send("GET", "/api/v1/me/record/trends/29463-7", joan, "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void endsAtOnceWhenItIsWithdrawn() {
    give("joan-hayes", "\"medicines\"");
    String conversation = begin();
    assertThat(service
            .send("GET", "/api/v1/conversations/" + conversation + "/messages", joan, "")
            .statusCode())
        .isEqualTo(200);

    give("joan-hayes", "");

    assertThat(service
            .send("GET", "/api/v1/conversations/" + conversation + "/messages", joan, "")
            .statusCode())
        .isEqualTo(403);
    assertThat(say(conversation, "How much water should he drink?").statusCode())
        .isEqualTo(403);
  }

  @Test
  void losesTheStreamThatIsOpenWhenItIsWithdrawn() throws IOException, InterruptedException {
    give("joan-hayes", "\"medicines\"");
    String conversation = begin();
    say(conversation, "What can he eat with diabetes?");
    HttpRequest open = HttpRequest.newBuilder(
            URI.create(service.baseUrl() + "/api/v1/conversations/" + conversation + "/events"))
        .header("Authorization", "Bearer " + joan)
        .build();
    try (HttpClient client = HttpClient.newHttpClient();
        Stream<String> lines = client.send(open, BodyHandlers.ofLines()).body()) {
      Iterator<String> read = lines.iterator();
      assertThat(read.next()).isNotNull();

      give("joan-hayes", "");

      assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> read.forEachRemaining(line -> {}), "the stream goes on");
    }
  }

  /// Nothing is refused unscreened.
  @Test
  void isHeardInAnEmergencyAlsoWhenAccessHasEnded() {
    give("joan-hayes", "\"medicines\"");
    String conversation = begin();
    give("joan-hayes", "");

    JsonNode turn = service.json(say(conversation, "crushing chest pain for ten minutes now"));

    assertThat(turn.get("action").asString()).isEqualTo("emergency");
    assertThat(turn.get("text").asString()).contains("Help them sit");
  }

  @Test
  void isNamedInTranscriptAndAudit() {
    give("joan-hayes", "\"medicines\"");
    String conversation = begin();
    JsonNode turn = service.json(say(conversation, "What can he eat with diabetes?"));

    JsonNode line = get("/conversations/" + conversation + "/messages", patient)
        .get("messages")
        .get(0);

    assertThat(line.get("writtenBy").asString()).isEqualTo("Joan Hayes, wife of Robert J. Hayes");
    assertThat(audit("message-accepted"))
        .filteredOn(event -> event.object().id().equals(turn.get("messageId").asString()))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.actor()).isEqualTo(Audit.Actor.proxy("joan-hayes"));
          assertThat(event.detail()).endsWith(" for " + ROBERT);
        });
  }

  @Test
  void isAnsweredFromThePartsThatAreGivenAlone() {
    give("joan-hayes", "\"appointments\"");
    String conversation = begin();

    JsonNode closed = service.json(say(conversation, "What are my medicines?"));
    give("joan-hayes", "\"medicines\"");
    JsonNode open = service.json(say(conversation, "What are my medicines?"));

    assertThat(citedRecord(closed)).isEmpty();
    assertThat(citedRecord(open)).isNotEmpty();
    assertThat(open.get("text").asString()).contains("the person you write for");
  }

  /// What a patient is told where a caregiver reads along is what the caregiver may see.
  @Test
  void tellsThePatientNoMoreInACaregiversConversation() {
    give("joan-hayes", "\"appointments\"");
    String conversation = begin();

    JsonNode told = service.json(service.post(
        ROBERT, conversation, "What medicines do I take?", "care-" + System.nanoTime()));

    assertThat(citedRecord(told)).isEmpty();
  }

  @Test
  void readsThePatientsOwnConversationsOnlyWhereTheyAreGiven() {
    String own = service.begin(ROBERT);
    give("joan-hayes", "\"medicines\"");
    assertThat(service
            .send("GET", "/api/v1/conversations/" + own + "/messages", joan, "")
            .statusCode())
        .isEqualTo(404);
    assertThat(listed(joan)).doesNotContain(own);

    give("joan-hayes", "\"medicines\",\"messages\"");

    assertThat(listed(joan)).contains(own);
  }

  @Test
  void seesNothingWhileContactIsUnsafe() {
    give("joan-hayes", "\"medicines\",\"messages\"");
    String own = service.begin(ROBERT);
    SafeContact contact = service.bean(SafeContact.class);
    String subject = subject();
    contact.unsafe(subject, java.time.Instant.now());
    try {
      assertThat(listed(joan)).doesNotContain(own);
      assertThat(status(get("/me/record", joan).get("sections"), "Medicines"))
          .isEqualTo("not-shared");
    } finally {
      contact.lift(subject);
    }
  }

  @Test
  void isNotOfferedToKeepAReading() {
    give("joan-hayes", "\"medicines\"");

    HttpResponse<String> told = say(begin(), "my pulse is 76");

    assertThat(told.statusCode()).isEqualTo(200);
    assertThat(told.body()).doesNotContain("Shall I keep");
  }

  @Test
  void decidesNothingForThePatient() {
    give("joan-hayes", "\"medicines\"");

    for (String path : List.of("/me/caregivers/joan-hayes", "/me/consents")) {
      HttpResponse<String> refused = service.send(
          "PUT",
          "/api/v1" + path,
          joan,
          path.endsWith("consents")
              ? "{\"purpose\":\"chat\",\"granted\":true}"
              : "{\"parts\":[\"sensitive\"]}");
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(service.json(refused).get("code").asString()).isEqualTo("not-allowed");
    }
    assertThat(service.send("GET", "/api/v1/me/disclosures", joan, "").statusCode())
        .isEqualTo(403);
  }

  @Test
  void givesNothingToWhoseTimeIsOverNorToStrangers() {
    JsonNode listed = get("/me/caregivers", patient).get("caregivers");

    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).get("relationship").asString()).isEqualTo("wife");
    for (String id : List.of("mark-hayes", "ruth-whitfield")) {
      assertThat(service
              .send("PUT", "/api/v1/me/caregivers/" + id, patient, "{\"parts\":[\"medicines\"]}")
              .statusCode())
          .isEqualTo(404);
    }
    assertThat(service
            .send(
                "PUT", "/api/v1/me/caregivers/joan-hayes", patient, "{\"parts\":[\"everything\"]}")
            .statusCode())
        .isEqualTo(400);
  }

  private void give(String person, String parts) {
    assertThat(service
            .send("PUT", "/api/v1/me/caregivers/" + person, patient, "{\"parts\":[" + parts + "]}")
            .statusCode())
        .isEqualTo(200);
  }

  private String begin() {
    return service
        .json(service.send("POST", "/api/v1/conversations", joan, "{}"))
        .get("id")
        .asString();
  }

  private HttpResponse<String> say(String conversation, String text) {
    return service.send(
        "POST",
        "/api/v1/conversations/" + conversation + "/messages",
        joan,
        "{\"text\":\"" + text + "\"}");
  }

  private JsonNode get(String path, String token) {
    HttpResponse<String> answer = service.send("GET", "/api/v1" + path, token, "");
    assertThat(answer.statusCode()).isEqualTo(200);
    return service.json(answer);
  }

  private List<String> listed(String token) {
    List<String> ids = new ArrayList<>();
    get("/conversations", token)
        .get("conversations")
        .forEach(one -> ids.add(one.get("id").asString()));
    return ids;
  }

  private String subject() {
    return service.bean(Subjects.class).findPatient(ROBERT).orElseThrow().id();
  }

  private List<Audit.Event> audit(String action) {
    return service.bean(Audit.class).about(subject(), action);
  }

  private static List<String> citedRecord(JsonNode turn) {
    List<String> cited = new ArrayList<>();
    turn.get("citations")
        .forEach(one -> Optional.of(one)
            .filter(citation -> citation.get("kind").asString().equals("record"))
            .ifPresent(citation -> cited.add(citation.get("resource").asString())));
    return cited;
  }

  private static String status(JsonNode sections, String title) {
    for (JsonNode section : sections) {
      if (section.get("title").asString().equals(title)) {
        return section.get("status").asString();
      }
    }
    throw new AssertionError("no section " + title);
  }
}
