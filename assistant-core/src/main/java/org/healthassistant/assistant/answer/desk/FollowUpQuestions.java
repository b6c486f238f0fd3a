package org.healthassistant.assistant.answer.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.answer.evidence.Evidence;
import org.healthassistant.assistant.answer.evidence.Topics;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.text.Language;

/// Makes follow-up questions from the other sections of an article (`answer/suggestions.yaml`).
final class FollowUpQuestions {

  private static final Data DATA = AnswerData.read("suggestions.yaml", Data.class);
  private static final int MOST = 3;

  private final Map<String, String> byHeading = new HashMap<>();

  FollowUpQuestions() {
    DATA.headings().forEach((heading, question) -> byHeading.put(heading, question));
  }

  /// At most three questions in the asker's language, about sections that were not quoted. Topic
  /// sections come first; those of another language can only be asked about by their kind.
  List<String> about(Evidence evidence, Set<String> quoted, Language language) {
    List<Passage> others = evidence.article().stream()
        .filter(passage -> !quoted.contains(passage.section()))
        .filter(passage ->
            passage.kind() != SectionKind.OVERVIEW && passage.kind() != SectionKind.QUESTIONS)
        .toList();
    List<Passage> inOrder = new ArrayList<>();
    others.stream().filter(p -> p.kind() == SectionKind.TOPIC).forEach(inOrder::add);
    others.stream().filter(p -> p.kind() != SectionKind.TOPIC).forEach(inOrder::add);
    Set<String> questions = new LinkedHashSet<>();
    inOrder.forEach(passage -> question(passage, language).ifPresent(questions::add));
    return questions.stream().limit(MOST).toList();
  }

  private Optional<String> question(Passage passage, Language language) {
    String topic = passage.topics().getFirst();
    String name = Topics.BUILT_IN.name(topic, language).orElse(passage.title());
    if (passage.kind() == SectionKind.TOPIC) {
      return passage.language() == language ? ofTopic(passage, name) : Optional.empty();
    }
    Map<Language, String> template = DATA.kinds().get(passage.kind());
    boolean fits = !DATA.without().getOrDefault(topic, List.of()).contains(passage.kind());
    return template == null || !fits
        ? Optional.empty()
        : Optional.of(language.pick(template).replace("{topic}", name));
  }

  private Optional<String> ofTopic(Passage passage, String name) {
    String heading = passage.section();
    if (heading.endsWith("?")) {
      return Optional.of(heading);
    }
    String known = byHeading.get(heading.toLowerCase(Locale.ROOT));
    return Optional.of(
        known == null ? heading + ": " + passage.title() : known.replace("{topic}", name));
  }

  private record Data(
      Map<SectionKind, Map<Language, String>> kinds,
      Map<String, List<SectionKind>> without,
      Map<String, String> headings) {}
}
