package org.healthassistant.assistant.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.safety.TriageDecision;
import org.healthassistant.assistant.safety.WordedSentence;
import org.healthassistant.assistant.safety.wording.Listener;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.connector.sms.Segmentation.Encoding;
import org.healthassistant.connector.sms.Segmenter;
import org.healthassistant.knowledge.analysis.ReadingGrade;
import org.healthassistant.knowledge.text.Language;
import org.healthassistant.knowledge.text.SentenceSplitter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every fixed reply to a danger, as it is read: each category, level, listener, language and
/// channel, alone and beside the dangers whose lines are never left out.
class WordingTest {

  /// The catalogue's thirty, and what may be about anything.
  private static final List<String> CATEGORIES = List.of(
      "chest-pain",
      "stroke",
      "breathing",
      "anaphylaxis",
      "bleeding",
      "unresponsive-seizure",
      "overdose-poisoning",
      "head-injury",
      "glucose-crisis",
      "sepsis-meningitis",
      "pregnancy-emergency",
      "infant",
      "eye-limb-abdomen",
      "suicide-active",
      "self-harm",
      "harm-others-psychosis",
      "abuse-danger",
      "withdrawal",
      "suicide-passive",
      "abuse-disclosure",
      "med-danger",
      "abnormal-reading",
      "heart-failure",
      "dvt",
      "infection-postop",
      "dehydration",
      "mental-health-urgent",
      "human-request",
      "routine",
      "self-care",
      "unclear");

  private static final Set<String> LINED =
      Set.of("suicide-passive", "abuse-disclosure", "overdose-poisoning");
  private static final int MOST_SENTENCES = 4;
  private static final double HIGHEST_GRADE = 6;
  private static final int LONGEST_TO_DO = 24;

  /// What the first sentence begins with: the thing to do, or when it can be done at all.
  private static final Set<String> TO_DO = Set.of(
      "Call", "Go", "Talk", "Have", "Press", "If", "When", "Llame", "Vaya", "Hable", "Haga", "Si",
      "Cuando");

  private final FixedWording wording = FixedWording.forRegion("US", new PatientWords()::group);

  @TestFactory
  Stream<DynamicTest> isReadable() {
    return cases().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
  }

  @TestFactory
  Stream<DynamicTest> hasItsOwnWordsForEachCategory() {
    return CATEGORIES.stream()
        .map(category -> DynamicTest.dynamicTest(category, () -> {
          List<String> said = new ArrayList<>();
          for (Level level : List.of(Level.EMERGENCY, Level.SAME_DAY)) {
            for (Language language : Language.values()) {
              String general = text(new Case(level, List.of("unclear"), Listener.SELF, language));
              String own = text(new Case(level, List.of(category), Listener.SELF, language));
              if (own.equals(general)) {
                said.add(level + " " + language);
              }
            }
          }
          boolean general =
              Set.of("unclear", "routine", "self-care", "human-request").contains(category);
          assertThat(general || said.isEmpty())
              .as("said as 'unclear': %s", said)
              .isTrue();
        }));
  }

  private void check(Case one) {
    String said = text(one);
    List<String> sentences = SentenceSplitter.split(said, one.language()).stream()
        .map(span -> said.substring(span.start(), span.end()).strip())
        .toList();

    assertThat(sentences).as(said).hasSizeBetween(2, MOST_SENTENCES);
    assertThat(TO_DO).contains(sentences.getFirst().split("[ ,]")[0]);
    assertThat(sentences.getFirst().split(" ").length).isLessThanOrEqualTo(LONGEST_TO_DO);
    assertThat(said).containsAnyOf("911", "988", "1-800-222-1222", "800-799-7233");
    assertThat(said).containsAnyOf("NURSE", "ENFERMERA");
    assertThat(ReadingGrade.grade(said, one.language()))
        .as(said)
        .isLessThanOrEqualTo(HIGHEST_GRADE);
    assertThat(Segmenter.segment(said).encoding()).as(said).isEqualTo(Encoding.GSM7);
    assertThat(TextShape.shape(SmsContent.of(said), one.language())).containsExactly(said);
    assertThat(Segmenter.segment(said).segments()).as(said).isLessThanOrEqualTo(3);
  }

  private Stream<Case> cases() {
    Stream<List<String>> alone = CATEGORIES.stream().map(List::of);
    Stream<List<String>> beside = CATEGORIES.stream()
        .flatMap(category -> LINED.stream()
            .filter(line -> !line.equals(category))
            .map(line -> List.of(category, line)));
    return Stream.concat(alone, beside)
        .flatMap(about -> Stream.of(Level.EMERGENCY, Level.SAME_DAY)
            .flatMap(level -> Stream.of(Language.values())
                .flatMap(language -> Stream.of(
                        Listener.SELF,
                        new Listener(true, true),
                        new Listener(false, false),
                        new Listener(true, false))
                    .map(to -> new Case(level, about, to, language)))));
  }

  private String text(Case one) {
    var decision = new TriageDecision(one.level(), one.about(), List.of(), true, false, "pack");
    List<WordedSentence> said = one.level() == Level.EMERGENCY
        ? wording.emergency(decision, one.to(), one.language())
        : wording.sameDay(decision, one.to(), one.language());
    return said.stream().map(WordedSentence::text).collect(Collectors.joining(" "));
  }

  private record Case(Level level, List<String> about, Listener to, Language language) {

    private String name() {
      String who = (to.helps() ? ", to a helper" : "") + (to.mayBeAsked() ? "" : ", asked before");
      return level + " " + about + " " + language + who;
    }
  }
}
