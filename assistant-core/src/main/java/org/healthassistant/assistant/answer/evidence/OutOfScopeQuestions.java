package org.healthassistant.assistant.answer.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.ContentStems;
import org.healthassistant.assistant.answer.text.Medicines;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.assistant.answer.text.TextNormalizer;
import org.healthassistant.assistant.answer.text.WordLists;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.Sentence;

/// Knows questions that only a person may decide: a diagnosis, one's own dose, stopping a
/// medicine. They get vetted sentences that say to ask the care team, or a person; never a yes
/// or no (`answer/guard.yaml`).
public final class OutOfScopeQuestions {

  private static final Data DATA = AnswerData.read("guard.yaml", Data.class);

  private static final int MOST = 2;

  private static final int LONGEST_OPENING = 8;

  private static final Pattern QUESTION = Pattern.compile("([^¿?.!;:,\\n]+)\\?");

  /// What kind of such a question a message is: `medicine` or `diagnosis`; empty for any other.
  public Optional<String> kind(String text) {
    String plain = PhraseMatcher.plain(text);
    boolean medicine = !Medicines.BUILT_IN.namedIn(text).isEmpty()
        || has(DATA.medicineWords(), words -> PhraseMatcher.anyIn(plain, words));
    if (medicine && has(DATA.medicine(), cues -> PhraseMatcher.anyIn(plain, cues))
        || OwnDose.BUILT_IN.isDecidedIn(text, medicine)) {
      return Optional.of("medicine");
    }
    boolean diagnosis = (has(DATA.diagnosis(), cues -> PhraseMatcher.anyIn(plain, cues))
            || QUESTION.matcher(text).results().anyMatch(asked -> opensADiagnosis(asked.group(1))))
        && !PhraseMatcher.anyIn(plain, DATA.diagnosisExceptions());
    return diagnosis ? Optional.of("diagnosis") : Optional.empty();
  }

  /// Whether a question that begins with a verb asks whether one has an illness. In Spanish it
  /// has the words of a statement: `¿tengo diabetes?`; a longer one says something and asks
  /// another.
  private static boolean opensADiagnosis(String question) {
    String plain = PhraseMatcher.plain(question);
    return plain.strip().split(" ").length <= LONGEST_OPENING
        && !PhraseMatcher.anyIn(plain, DATA.diagnosisOpeningsUnless())
        && has(
            DATA.diagnosisOpenings(),
            cues -> cues.stream().anyMatch(cue -> plain.startsWith(" " + cue + " ")));
  }

  /// The vetted sentences that say to ask the care team, those of what answers before those of
  /// the rest of its article, at most two; empty when there are none.
  public List<DraftSentence> askTheTeam(Evidence evidence, String kind) {
    Stream<Passage> answering = evidence.answering().stream().map(Answering::passage);
    return Stream.concat(answering, evidence.article().stream())
        .distinct()
        .flatMap(passage -> passage.sentences().stream()
            .map(Sentence::text)
            .filter(text -> saysToAsk(text, kind) && fits(text, evidence))
            .map(text -> DraftSentence.of(text, passage)))
        .limit(MOST)
        .toList();
  }

  /// Whether a message asks to take something that no passage of the article knows: an unknown
  /// name, a made-up medicine.
  public boolean asksForUnknown(String text, List<Passage> article) {
    List<String> words = List.of(PhraseMatcher.plain(text).strip().split(" "));
    Set<String> known = new HashSet<>();
    article.forEach(passage -> known.addAll(ContentStems.in(
        passage.title() + " " + String.join(" ", passage.also()) + " " + passage.text())));
    String plain = PhraseMatcher.plain(text);
    for (List<String> cues : DATA.takeCues().values()) {
      for (String cue : cues) {
        int at = plain.indexOf(" " + cue + " ");
        if (at >= 0 && unknownAfter(plain.substring(at + cue.length() + 2), known, words)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean unknownAfter(String rest, Set<String> known, List<String> words) {
    List<String> parts = TextNormalizer.cut(rest);
    WordLists lists = WordLists.detect(words);
    return parts.stream()
        .filter(part -> TextNormalizer.isWord(part)
            && !lists.isStop(part)
            && !lists.isLight(part)
            && lists.unit(part) == null)
        .findFirst()
        .filter(part -> part.length() >= 5)
        .map(part -> !known.contains(lists.stem(part))
            && WordLists.all().stream().noneMatch(one -> known.contains(one.stem(part)))
            && Medicines.BUILT_IN.genericName(part).isEmpty()
            && DATA.medicineWords().values().stream().noneMatch(all -> all.contains(part)))
        .orElse(false);
  }

  /// A sentence that names medicines must name one that was asked about.
  private static boolean fits(String sentence, Evidence evidence) {
    Set<String> named = Medicines.BUILT_IN.namedIn(sentence);
    Set<String> asked = Medicines.BUILT_IN.namedIn(evidence.asked());
    return named.isEmpty() || named.stream().anyMatch(asked::contains);
  }

  private static boolean saysToAsk(String sentence, String kind) {
    String plain = PhraseMatcher.plain(sentence);
    boolean asks = has(DATA.askTeam(), words -> PhraseMatcher.anyIn(plain, words));
    boolean ofMedicine = !Medicines.BUILT_IN.namedIn(sentence).isEmpty()
        || has(DATA.medicineWords(), words -> PhraseMatcher.anyIn(plain, words));
    return asks && !sentence.endsWith("?") && kind.equals("medicine") == ofMedicine;
  }

  private static boolean has(Map<String, List<String>> data, Predicate<List<String>> test) {
    return data.values().stream().anyMatch(test);
  }

  private record Data(
      Map<String, List<String>> medicine,
      Map<String, List<String>> medicineWords,
      Map<String, List<String>> diagnosis,
      Map<String, List<String>> diagnosisOpenings,
      List<String> diagnosisOpeningsUnless,
      List<String> diagnosisExceptions,
      Map<String, List<String>> askTeam,
      Map<String, List<String>> takeCues) {}
}
