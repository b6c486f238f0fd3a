package org.healthassistant.assistant.answer.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.knowledge.text.Language;

/// What a model is told: the rules, one worked example, and the evidence under its ids
/// (`answer/prompt.yaml`).
final class ModelPrompt {

  private static final Data DATA = AnswerData.read("prompt.yaml", Data.class);

  private ModelPrompt() {}

  /// The messages for one question.
  ///
  /// @param pieces evidence by id, in the order it is to be given; the text is what is sent
  /// @param language of the evidence and the answer
  static List<ChatMessage> of(String question, Map<String, String> pieces, Language language) {
    String evidence = pieces.entrySet().stream()
        .map(piece -> "[" + piece.getKey() + "] " + piece.getValue())
        .collect(Collectors.joining("\n"));
    String name = language.pick(DATA.languages());
    return List.of(
        SystemMessage.from(DATA.rules().replace("{language}", name)),
        UserMessage.from(asked(DATA.example().question(), DATA.example().evidence())),
        AiMessage.from(DATA.example().answer()),
        UserMessage.from(asked(question, evidence)));
  }

  private static String asked(String question, String evidence) {
    return "Evidence:\n" + evidence + "\n\nQuestion: " + question;
  }

  private record Data(String rules, Example example, Map<Language, String> languages) {}

  private record Example(String question, String evidence, String answer) {}
}
