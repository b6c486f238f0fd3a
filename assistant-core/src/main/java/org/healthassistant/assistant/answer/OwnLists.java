package org.healthassistant.assistant.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.record.RecordFact;

/// Answers questions for a part of the patient's own record ("what medicines am I on?") from the
/// record alone, entry by entry.
///
/// @param lists the parts, by the phrases that ask for them
/// @param unread said where the record may not be read
/// @param ask said after the entries
record OwnLists(List<Asked> lists, Replies.InTwo unread, Replies.InTwo ask) {

  static final OwnLists BUILT_IN = AnswerData.read("own-lists.yaml", OwnLists.class);

  /// More entries than anybody reads in a chat.
  private static final int MOST = 12;

  /// @param asked phrases by language; those of every language are heard
  /// @param none said where the record holds nothing of it
  record Asked(RecordDesk.Part part, Map<String, List<String>> asked, Replies.InTwo none) {

    boolean isIn(String plain) {
      return asked.values().stream().anyMatch(phrases -> Cues.anyIn(plain, phrases));
    }
  }

  /// The answer's lines; empty for any other question.
  Optional<List<Line>> lines(Question question, RecordDesk records) {
    String plain = Cues.plain(question.text());
    return lists.stream()
        .filter(list -> list.isIn(plain))
        .findFirst()
        .map(list -> lines(list, question, records));
  }

  private List<Line> lines(Asked list, Question question, RecordDesk records) {
    String language = question.language();
    Optional<List<RecordFact>> facts =
        question.recordMayBeUsed() && question.subject().isPatient()
            ? records.listed(question.subject().id(), list.part(), language)
            : Optional.empty();
    if (facts.isEmpty()) {
      return List.of(Line.connective(unread.in(language)));
    }
    List<Line> lines = new ArrayList<>();
    facts.get().stream().limit(MOST).map(Line::of).forEach(lines::add);
    if (lines.isEmpty()) {
      lines.add(Line.connective(list.none().in(language)));
    }
    lines.add(Line.connective(ask.in(language)));
    return lines;
  }
}
