package org.healthassistant.evaluation.traffic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What patients read by web: how often each text stands there, and what was replied to it.
///
/// @param texts how often each text of a patient stands in its transcript
/// @param replies message id to the Turns that reply to it
/// @param open messages that have no reply yet
public record Transcripts(
    Map<String, Integer> texts, Map<String, List<JsonNode>> replies, Set<String> open) {

  /// Copies the maps.
  public Transcripts {
    texts = Map.copyOf(texts);
    replies = Map.copyOf(replies);
    open = Set.copyOf(open);
  }

  /// Reads the transcripts of all conversations that something was sent to.
  ///
  /// @throws IOException if the service is not reached
  public static Transcripts read(List<Send> sends, ServiceChannels channels) throws IOException {
    var texts = new HashMap<String, Integer>();
    var replies = new HashMap<String, List<JsonNode>>();
    var open = new HashSet<String>();
    var read = new HashSet<String>();
    for (Send send : sends) {
      if (send.channel() == Send.Channel.WEB && read.add(send.conversation())) {
        JsonNode transcript = channels.transcript(send.sender(), send.conversation());
        var mine = new ArrayList<String>();
        for (JsonNode message : transcript) {
          JsonNode turn = message.path("turn");
          if (message.path("author").asString("").equals("patient")) {
            texts.merge(message.path("text").asString(""), 1, Integer::sum);
            mine.add(message.path("id").asString(""));
          } else if (turn.isObject()) {
            replies
                .computeIfAbsent(turn.path("messageId").asString(""), id -> new ArrayList<>())
                .add(turn);
          }
        }
        mine.stream().filter(id -> !replies.containsKey(id)).forEach(open::add);
      }
    }
    return new Transcripts(texts, replies, open);
  }

  @Override
  public String toString() {
    return "Transcripts[" + texts.size() + " messages, [REDACTED]]";
  }
}
