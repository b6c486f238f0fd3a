package org.healthassistant.assistant.answer.evidence;

import java.util.List;
import org.healthassistant.assistant.answer.Exchange;
import org.healthassistant.assistant.answer.Question;

/// Notices where somebody says that something else is asked.
public final class TopicChange {

  private TopicChange() {}

  /// The question without what was said before somebody said that something else is asked.
  public static Question sinceNewTopic(Question question) {
    List<Exchange> talk = question.talk();
    int from = QuestionCues.BUILT_IN.beginsTopic(question.text()) ? talk.size() : 0;
    for (int at = from; at < talk.size(); at++) {
      from = QuestionCues.BUILT_IN.beginsTopic(talk.get(at).said()) ? at : from;
    }
    return from == 0 ? question : question.after(talk.subList(from, talk.size()));
  }
}
