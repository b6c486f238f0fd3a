package org.healthassistant.assistant.answer.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.evidence.DraftSentence;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.RecordFact;
import org.healthassistant.knowledge.text.Language;

/// Answers questions for a part of the patient's own record ("what medicines am I on?") from the
/// record alone, entry by entry.
///
/// @param lists the parts, by the phrases that ask for them
record RecordListAnswers(List<Asked> lists) {

  static final RecordListAnswers BUILT_IN =
      AnswerData.read("own-lists.yaml", RecordListAnswers.class);

  /// More entries than anybody reads in a chat.
  private static final int MOST = 12;

  /// @param asked phrases by language; those of every language are heard
  record Asked(RecordDesk.Part part, Map<Language, List<String>> asked) {

    boolean isIn(String plain) {
      return asked.values().stream().anyMatch(phrases -> PhraseMatcher.anyIn(plain, phrases));
    }
  }

  /// The answer's lines; empty for any other question.
  Optional<List<DraftSentence>> lines(Question question, RecordDesk records, FixedReplies replies) {
    String plain = PhraseMatcher.plain(question.text());
    return lists.stream()
        .filter(list -> list.isIn(plain))
        .findFirst()
        .map(list -> lines(list, question, records, replies));
  }

  private static List<DraftSentence> lines(
      Asked list, Question question, RecordDesk records, FixedReplies replies) {
    Language language = question.language();
    Optional<List<RecordFact>> facts =
        question.recordMayBeUsed() && question.subject().isPatient()
            ? records.listed(question.subject().id(), list.part(), language)
            : Optional.empty();
    if (facts.isEmpty()) {
      return List.of(replies.say("unread", language));
    }
    List<DraftSentence> lines = new ArrayList<>();
    facts.get().stream().limit(MOST).map(DraftSentence::of).forEach(lines::add);
    if (lines.isEmpty()) {
      lines.add(replies.say("none." + list.part().name().toLowerCase(Locale.ROOT), language));
    }
    lines.add(replies.say("ask", language));
    return lines;
  }
}
