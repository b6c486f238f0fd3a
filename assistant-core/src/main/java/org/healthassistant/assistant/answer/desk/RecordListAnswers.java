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
import org.healthassistant.assistant.record.RecordList;
import org.healthassistant.knowledge.text.Language;

/// Answers questions for a part of the patient's own record ("what medicines am I on?") from
/// the record alone, entry by entry and whole. Of a part that is incomplete it is never said
/// that it holds nothing.
///
/// @param lists the parts, by the phrases that ask for them
record RecordListAnswers(List<Asked> lists) {

  static final RecordListAnswers BUILT_IN =
      AnswerData.read("own-lists.yaml", RecordListAnswers.class);

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
      Asked asked, Question question, RecordDesk records, FixedReplies replies) {
    Language language = question.language();
    Optional<RecordList> list = question.recordMayBeUsed() && question.subject().isPatient()
        ? records.listed(question.subject().id(), asked.part(), language)
        : Optional.empty();
    if (list.isEmpty()) {
      return List.of(replies.say("unread", language));
    }
    List<DraftSentence> lines = new ArrayList<>();
    list.get().facts().stream().map(DraftSentence::of).forEach(lines::add);
    if (lines.isEmpty() && !list.get().incomplete()) {
      lines.add(replies.say("none." + asked.part().name().toLowerCase(Locale.ROOT), language));
    }
    list.get().remarks().stream().map(DraftSentence::connective).forEach(lines::add);
    lines.add(replies.say("ask", language));
    return lines;
  }
}
