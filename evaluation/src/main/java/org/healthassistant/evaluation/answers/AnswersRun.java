package org.healthassistant.evaluation.answers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.healthassistant.evaluation.report.Bootstrap;
import org.healthassistant.evaluation.report.Interval;
import org.healthassistant.evaluation.report.Outcome;
import org.healthassistant.evaluation.report.Percentiles;
import org.healthassistant.evaluation.service.AssistantClient;
import org.healthassistant.evaluation.service.DemoAccess;
import tools.jackson.databind.JsonNode;

/// Asks a service every case, each in a conversation of its own, and judges the replies.
///
/// What a case escalates is resolved before the next one, so that no case colours another.
public final class AnswersRun {

  private final AssistantClient client;
  private final DemoAccess access;
  private final LongSupplier nanos;

  /// @param nanos a clock of durations
  public AnswersRun(AssistantClient client, DemoAccess access, LongSupplier nanos) {
    this.client = client;
    this.access = access;
    this.nanos = nanos;
  }

  /// One case's reply and what was found in it.
  ///
  /// @param action the Turn's action, or `error` with the status
  /// @param level the level of this message
  /// @param missing numbers of the groups that are not met
  /// @param forbidden numbers of the forbidden expressions found
  /// @param uncited how many sentences of content or record carry no citation
  public record Judged(
      String id,
      String action,
      String level,
      String mode,
      String reply,
      List<Integer> missing,
      List<Integer> forbidden,
      int uncited,
      double millis) {

    /// Copies the lists.
    public Judged {
      missing = List.copyOf(missing);
      forbidden = List.copyOf(forbidden);
    }

    /// Whether the reply says all it must and nothing it must not.
    public boolean passed() {
      return missing.isEmpty() && forbidden.isEmpty() && !action.startsWith("error");
    }

    @Override
    public String toString() {
      return "Judged[" + id + ", " + (passed() ? "passed" : "failed") + "]";
    }
  }

  /// Asks one case.
  ///
  /// @throws IOException if the service is not reached
  public Judged ask(AnswerCase asked) throws IOException {
    String token = token(asked);
    String conversation = client.openConversation(token, asked.language());
    long from = nanos.getAsLong();
    var answer = client.send(token, conversation, asked.text(), "case-" + conversation);
    double millis = (nanos.getAsLong() - from) / 1e6;
    JsonNode turn = answer.body();
    resolve(turn.path("escalation").path("id").asString(""));
    String reply = turn.path("text").asString("");
    return new Judged(
        asked.id(),
        answer.ok() ? turn.path("action").asString("") : "error " + answer.status(),
        turn.path("triage").path("messageLevel").asString(""),
        turn.path("mode").asString(""),
        reply,
        asked.missing(reply),
        asked.forbidden(reply),
        uncited(turn),
        millis);
  }

  /// The numbers of judged cases.
  public static Outcome outcome(List<Judged> judged, Map<String, String> facts) {
    var numbers = new LinkedHashMap<String, Interval>();
    numbers.put("passed", share(judged, j -> j.passed() ? 1 : 0));
    numbers.put("says what it must", share(judged, j -> j.missing().isEmpty() ? 1 : 0));
    numbers.put("says nothing forbidden", share(judged, j -> j.forbidden().isEmpty() ? 1 : 0));
    numbers.put("answered", share(judged, j -> j.action().equals("answer") ? 1 : 0));
    numbers.put("every sentence cited", share(judged, j -> j.uncited() == 0 ? 1 : 0));
    var millis = new ArrayList<Double>();
    judged.forEach(j -> millis.add(j.millis()));
    numbers.put("turn ms p50", Interval.exactly(Percentiles.of(millis).at(0.5), millis.size()));
    return new Outcome("answers", facts, numbers);
  }

  private static Interval share(List<Judged> judged, ToDoubleFunction<Judged> measure) {
    return Bootstrap.usual().mean(judged.stream().mapToDouble(measure).toArray());
  }

  private String token(AnswerCase asked) {
    return access.patients().stream()
        .filter(patient -> asked.patient().map(patient.id()::equals).orElse(true))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(
            "case " + asked.id() + " names a patient whom demo-access.json lacks"))
        .token();
  }

  private void resolve(String escalation) throws IOException {
    if (!escalation.isEmpty()) {
      client.call(
          "POST",
          "/api/v1/escalations/" + escalation + "/resolve",
          access.provider("nurse").token(),
          Map.of("outcome", "no-action"));
    }
  }

  private static int uncited(JsonNode turn) {
    int count = 0;
    for (JsonNode sentence : turn.path("sentences")) {
      String kind = sentence.path("kind").asString("");
      if ((kind.equals("content") || kind.equals("record"))
          && sentence.path("citations").isEmpty()) {
        count++;
      }
    }
    return count;
  }
}
