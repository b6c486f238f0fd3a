package org.healthassistant.assistant.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Whole conversations by two people who had not seen the rules, and from what each turn is to be
/// answered. Every third was set aside before anybody looked; of these only the share is told.
class ConversationsTest {

  private static final Path FOLDER = Path.of("src/test/resources/answer");
  private static final double LEAST = .5;
  private static AnswerRooms rooms;

  @BeforeAll
  static void open() {
    rooms = new AnswerRooms();
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  @Test
  void answersTheTurnsOfConversations() throws IOException {
    assertThat(share("conversations.jsonl", true)).isGreaterThanOrEqualTo(LEAST);
  }

  @Test
  void answersTheTurnsOfConversationsSetAside() throws IOException {
    assertThat(share("set-aside/conversations.jsonl", false)).isGreaterThanOrEqualTo(LEAST);
  }

  private static double share(String file, boolean shown) throws IOException {
    List<Boolean> first = new ArrayList<>();
    List<Boolean> later = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8)) {
      JsonNode dialogue = new ObjectMapper().readTree(line);
      Language language = Language.required(dialogue.get("language").asString());
      List<String> before = new ArrayList<>();
      for (JsonNode turn : dialogue.get("turns")) {
        String said = turn.get("says").asString();
        Answer answer = rooms
            .desk()
            .answer(rooms.question("tom-becker", language, said, before.toArray(String[]::new)));
        boolean right = isRight(answer, turn);
        (before.isEmpty() ? first : later).add(right);
        if (!right && shown) {
          System.out.println("missed " + dialogue.get("id").asString() + " " + before + " ? " + said
              + " -> " + answer.action() + " " + articles(answer) + " wanted "
              + turn.get("action").asString() + " " + turn.get("articles"));
        }
        before.add(said);
        if (before.size() > 4) {
          before.removeFirst();
        }
      }
    }
    System.out.printf(
        "%s answered rightly: first %.2f of %d, later %.2f of %d%n",
        file, share(first), first.size(), share(later), later.size());
    return share(later);
  }

  private static boolean isRight(Answer answer, JsonNode turn) {
    Set<String> wanted = new HashSet<>();
    turn.get("articles").forEach(article -> wanted.add(article.asString()));
    Set<String> cited = articles(answer);
    return Set.of(turn.get("action").asString().split(" or ")).stream()
        .anyMatch(action -> switch (action) {
          case "answer" ->
            answer.action() == Answer.Action.ANSWER && cited.stream().anyMatch(wanted::contains);
          case "clarify" -> answer.action() == Answer.Action.CLARIFY;
          case "decline" -> answer.action() == Answer.Action.DECLINE;
          case "talk" -> answer.action() == Answer.Action.ANSWER && cited.isEmpty();
          default -> throw new IllegalArgumentException(action);
        });
  }

  private static Set<String> articles(Answer answer) {
    return answer.citations().stream()
        .filter(AnswerCitation.ContentCitation.class::isInstance)
        .map(AnswerCitation.ContentCitation.class::cast)
        .map(citation ->
            citation.page().replaceAll("/articles/|[?#].*", "").replaceFirst("-es$", ""))
        .collect(Collectors.toSet());
  }

  private static double share(List<Boolean> all) {
    return all.stream().filter(right -> right).count() / (double) all.size();
  }
}
