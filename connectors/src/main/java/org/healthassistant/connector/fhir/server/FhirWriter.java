package org.healthassistant.connector.fhir.server;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.healthassistant.connector.fhir.server.FhirServerException.Kind;
import org.healthassistant.connector.fhir.written.Written;
import tools.jackson.databind.node.ObjectNode;

/// Writes resources to a FHIR server, each once however often it is tried. Safe for use by many
/// threads; blocks, so it is called on virtual threads.
///
/// A new one is created under the condition that none with our identifier is there
/// (`If-None-Exist`). Since a server may pass over the condition, one that was tried before is
/// searched for first. What is there already is put in place whole, so it is as we have it now.
public final class FhirWriter {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int CREATED = 201;

  private final FhirServer server;

  FhirWriter(FhirServer server) {
    this.server = server;
  }

  /// Writes one.
  public WriteOutcome write(OutgoingResource resource) {
    Deadline deadline = Deadline.in(LONGEST);
    try {
      String id = resource.serverId();
      if (id.isEmpty() && resource.tried()) {
        id = find(resource, deadline);
      }
      return id.isEmpty() ? create(resource, deadline) : update(resource, id, deadline);
    } catch (FhirServerException e) {
      return outcome(e);
    }
  }

  private WriteOutcome create(OutgoingResource resource, Deadline deadline) {
    String condition = "identifier=" + Written.SYSTEM + "|" + resource.identifier();
    FhirHttp.Answer answer = server.ask(
        (http, token) ->
            http.create(url("/" + resource.type()), resource.json(), condition, token, deadline),
        deadline);
    String id = idIn(answer, resource.type());
    if (answer.status() == CREATED) {
      return new WriteOutcome.Done(id);
    }
    // It was there: perhaps in an earlier form.
    String there = id.isEmpty() ? find(resource, deadline) : id;
    return there.isEmpty() ? new WriteOutcome.Done("") : update(resource, there, deadline);
  }

  private WriteOutcome update(OutgoingResource resource, String id, Deadline deadline) {
    ObjectNode json = (ObjectNode) Json.read(resource.json().getBytes(StandardCharsets.UTF_8));
    json.put("id", id);
    try {
      server.ask(
          (http, token) ->
              http.update(url("/" + resource.type() + "/" + id), json.toString(), token, deadline),
          deadline);
      return new WriteOutcome.Done(id);
    } catch (FhirServerException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return new WriteOutcome.Gone();
      }
      throw e;
    }
  }

  /// The id of the one with our identifier; empty where there is none, or where the server does
  /// not take the question.
  private String find(OutgoingResource resource, Deadline deadline) {
    String identifier =
        URLEncoder.encode(Written.SYSTEM + "|" + resource.identifier(), StandardCharsets.UTF_8);
    try {
      Page page = Page.of(Json.read(server
          .get(url("/" + resource.type() + "?identifier=" + identifier), deadline)
          .body()));
      return page.entries().stream()
          .map(entry -> entry.path("resource"))
          .filter(one -> one.path("resourceType").asString("").equals(resource.type()))
          .filter(Written::isIt)
          .map(one -> one.path("id").asString(""))
          .findFirst()
          .orElse("");
    } catch (FhirServerException e) {
      if (e.kind().concernsServer()) {
        throw e;
      }
      return "";
    }
  }

  /// The id in where the server says it is, `…/Observation/12/_history/1`, or in what it sent
  /// back.
  private static String idIn(FhirHttp.Answer answer, String type) {
    Matcher location = Pattern.compile("(?:^|/)" + type + "/([A-Za-z0-9.-]{1,64})(?:/|$)")
        .matcher(answer.location());
    if (location.find()) {
      return location.group(1);
    }
    try {
      var body = Json.read(answer.body());
      String id = body.path("id").asString("");
      return body.path("resourceType").asString("").equals(type) && FhirServer.isId(id) ? id : "";
    } catch (FhirServerException e) {
      return "";
    }
  }

  private static WriteOutcome outcome(FhirServerException e) {
    boolean later =
        e.kind().concernsServer() || e.kind() == Kind.CONFLICT || e.kind() == Kind.CROWDED;
    return later
        ? new WriteOutcome.Later(e.kind().code(), e.kind().concernsServer(), e.askedWait())
        : new WriteOutcome.Refused(e.kind().code());
  }

  private URI url(String path) {
    return server.url(path);
  }
}
