package org.healthassistant.evaluation.service;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A language model that lies: it takes a sentence of the evidence it was given, changes a
/// number or a dose or turns it round, and cites the evidence for it. Every second reply hides
/// the lie between two true sentences.
final class LyingModel implements ResponseDefinitionTransformerV2 {

  static final String NAME = "lying-model";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern EVIDENCE =
      Pattern.compile("\\[([cr]\\d+)]\\s*(.+?)(?=\\[[cr]\\d+]|\\z)", Pattern.DOTALL);
  private static final Pattern SENTENCE = Pattern.compile("[A-Z][^.!?\\n]{25,200}\\.");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern VERB =
      Pattern.compile("\\b(is|are|can|should|may|helps|means|makes|does|do)\\b");
  private static final int MIXED_EVERY = 2;

  private final Queue<String> lies = new ConcurrentLinkedQueue<>();
  private final AtomicInteger calls = new AtomicInteger();

  /// Sentences said that the evidence does not support.
  List<String> lies() {
    return List.copyOf(lies);
  }

  /// How many replies were given, each with a lie in it.
  int replies() {
    return calls.get();
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    String reply = reply(JSON.readTree(event.getRequest().getBodyAsString()));
    return new ResponseDefinitionBuilder()
        .withStatus(200)
        .withHeader("Content-Type", "text/event-stream")
        .withBody(stream(reply))
        .build();
  }

  private String reply(JsonNode request) {
    // The last message holds the evidence; those before it may hold a worked example.
    JsonNode messages = request.path("messages");
    List<String[]> sentences =
        sentences(content(messages.path(messages.size() - 1).path("content")));
    int call = calls.getAndIncrement();
    if (sentences.isEmpty()) {
      return lie("Take 800 mg of ibuprofen every two hours.", "c1");
    }
    String[] source = sentences.get(call % sentences.size());
    String changed = switch (call % 3) {
      case 0 -> otherNumber(source[1]);
      case 1 -> "Take 900 mg of acetaminophen every two hours. " + turnedRound(source[1]);
      default -> turnedRound(source[1]);
    };
    String lie = lie(changed, source[0]);
    return call % MIXED_EVERY == MIXED_EVERY - 1
        ? truth(sentences, 0) + lie + truth(sentences, 1)
        : lie;
  }

  private static String truth(List<String[]> sentences, int at) {
    String[] source = sentences.get(Math.min(at, sentences.size() - 1));
    return " " + source[1] + " [" + source[0] + "] ";
  }

  private String lie(String text, String id) {
    var marked = new ArrayList<String>();
    for (String sentence : text.split("(?<=\\.) ")) {
      lies.add(sentence);
      marked.add(sentence + " [" + id + "]");
    }
    return String.join(" ", marked);
  }

  private static String otherNumber(String sentence) {
    Matcher number = NUMBER.matcher(sentence);
    return number.find()
        ? number.replaceFirst(String.valueOf(Long.parseLong(number.group()) * 3 + 1))
        : sentence.substring(0, sentence.length() - 1) + " for 17 days.";
  }

  private static String turnedRound(String sentence) {
    if (sentence.contains(" not ")) {
      return sentence.replaceFirst(" not ", " ");
    }
    Matcher verb = VERB.matcher(sentence);
    return verb.find()
        ? sentence.substring(0, verb.end()) + " not" + sentence.substring(verb.end())
        : "Never " + sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  private static List<String[]> sentences(String prompt) {
    var found = new ArrayList<String[]>();
    for (MatchResult piece : EVIDENCE.matcher(prompt).results().toList()) {
      SENTENCE
          .matcher(piece.group(2))
          .results()
          .forEach(sentence -> found.add(new String[] {piece.group(1), sentence.group()}));
    }
    return found;
  }

  /// A message's content is a text or a list of parts.
  private static String content(JsonNode content) {
    if (content.isString()) {
      return content.stringValue();
    }
    var text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asString("")));
    return text.toString();
  }

  private static String stream(String reply) {
    var stream = new StringBuilder();
    for (String piece : reply.split("(?<= )")) {
      stream.append("data: ").append(chunk(piece, null)).append("\n\n");
    }
    return stream
        .append("data: ")
        .append(chunk("", "stop"))
        .append("\n\ndata: [DONE]\n\n")
        .toString();
  }

  private static String chunk(String content, @Nullable String finish) {
    var root = JSON.createObjectNode();
    root.put("id", "stub").put("object", "chat.completion.chunk").put("created", 1764000000);
    root.put("model", "stub");
    var choice = root.putArray("choices").addObject();
    choice.put("index", 0).putObject("delta").put("role", "assistant").put("content", content);
    choice.put("finish_reason", finish);
    return root.toString();
  }
}
