package org.healthassistant.assistant.answer.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.knowledge.article.SectionKind;

/// What a question asks for (`answer/intents.yaml`).
///
/// @param id names it
/// @param kinds the sections that answer it, best first; empty: any
/// @param number whether a number is asked for
/// @param help the section from which the sentence on getting help is taken
public record Intent(
    String id,
    List<SectionKind> kinds,
    SectionKind help,
    boolean number,
    List<String> en,
    List<String> es) {

  private static final List<Intent> ALL =
      Arrays.asList(AnswerData.read("intents.yaml", Intent[].class));
  private static final Intent NONE =
      new Intent("none", List.of(), SectionKind.CALL_CARE_TEAM, false, List.of(), List.of());

  /// The intent of a message: the first of the file that has a cue in it. The words of both
  /// languages are looked for, since people mix them.
  static Intent of(String text) {
    String plain = PhraseMatcher.plain(text);
    return ALL.stream()
        .filter(intent ->
            PhraseMatcher.anyIn(plain, intent.en) || PhraseMatcher.anyIn(plain, intent.es))
        .findFirst()
        .orElse(NONE);
  }

  /// All words that tell an intent.
  static List<String> cues() {
    return ALL.stream()
        .flatMap(intent -> Stream.concat(intent.en.stream(), intent.es.stream()))
        .toList();
  }

  /// How well a kind of section answers it: 1 the best kind, less for the others, 0 for none.
  public double fit(SectionKind kind) {
    int place = kinds.indexOf(kind);
    return place < 0 ? 0 : 1.0 / (1 + place);
  }
}
