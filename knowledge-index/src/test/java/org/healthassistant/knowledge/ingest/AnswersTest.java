package org.healthassistant.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.healthassistant.knowledge.TestRelease;
import org.healthassistant.knowledge.article.Answer;
import org.healthassistant.knowledge.article.Article;
import org.healthassistant.knowledge.article.Condition;
import org.healthassistant.knowledge.article.Condition.Aged;
import org.healthassistant.knowledge.article.Condition.Medicine;
import org.healthassistant.knowledge.article.Condition.Risk;
import org.healthassistant.knowledge.article.Conditional;
import org.healthassistant.knowledge.article.RiskFact;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.passage.Asked;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.Sentence;
import org.healthassistant.knowledge.release.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {
  private static final Path SAMPLES =
      Path.of("src/test/resources/org/healthassistant/knowledge/ingest/asked");

  private static final String NOSE = """
      ## Self-care

      ### How do I stop a nosebleed?
      > ask: nose wont stop bleeding
      > value: 718-7
      > if anticoagulant: A blood thinner can make a nosebleed last longer.
      > if age>=65: Older adults bleed longer.

      Pinch the soft part of the nose for ten minutes. Lean forward.
      Breathe through the mouth.

      ### Can I blow my nose?
      > ask: blow nose after bleed

      Wait a day before you blow your nose.
      """;

  @TempDir
  Path directory;

  @Test
  void readsQuestionsWithTheirNotes() {
    Article article = Articles.parse(Articles.markdown("nose", "starter", NOSE));

    assertThat(article.sections()).singleElement().satisfies(section -> {
      assertThat(section.kind()).isEqualTo(SectionKind.SELF_CARE);
      assertThat(section.paragraphs()).isEmpty();
      assertThat(section.answers())
          .extracting(Answer::anchor)
          .containsExactly("how-do-i-stop-a-nosebleed", "can-i-blow-my-nose");
      Answer first = section.answers().getFirst();
      assertThat(first.asks()).containsExactly("nose wont stop bleeding");
      assertThat(first.value()).isEqualTo("718-7");
      assertThat(first.conditionals())
          .containsExactly(
              new Conditional(
                  new Risk(RiskFact.ANTICOAGULANT),
                  "A blood thinner can make a nosebleed last longer."),
              new Conditional(new Aged(65), "Older adults bleed longer."));
      assertThat(first.text())
          .isEqualTo("Pinch the soft part of the nose for ten minutes. Lean forward."
              + " Breathe through the mouth.");
    });
  }

  @Test
  void releasesAnAnswerAsOnePassageThatKnowsWhatItIsAsked() {
    Article article = Articles.parse(Articles.markdown("nose", "starter", NOSE)
        .replace("topics:", "also: [bloody nose, epistaxis]\npair: nose-es\ntopics:")
        .replace("audience:", "record: {conditions: [], medicines: [aspirin]}\naudience:"));

    Release release = TestRelease.write(List.of(article), directory.resolve("release"));

    assertThat(release.articles()).containsExactly(article);
    assertThat(article.front().record().medicines()).containsExactly("aspirin");
    Passage first = release.passages().getFirst();
    assertThat(first.id()).isEqualTo("nose#how-do-i-stop-a-nosebleed");
    assertThat(first.section()).isEqualTo("Self-care");
    assertThat(first.kind()).isEqualTo(SectionKind.SELF_CARE);
    assertThat(first.also()).containsExactly("bloody nose", "epistaxis");
    assertThat(first.sentences())
        .extracting(Sentence::text)
        .containsExactly(
            "Pinch the soft part of the nose for ten minutes.",
            "Lean forward.",
            "Breathe through the mouth.");
    assertThat(first.asked())
        .isEqualTo(Asked.of(article.sections().getFirst().answers().getFirst()));
  }

  @Test
  void readsAndReleasesTheSampleInBothLanguages() {
    IngestReport report = ArticleReader.readDirectory(SAMPLES);

    assertThat(report.problems()).isEmpty();
    Release release = TestRelease.write(report.articles(), directory.resolve("release"));
    assertThat(release.passages()).hasSize(12).allSatisfy(passage -> {
      assertThat(passage.asked()).isNotNull();
      assertThat(passage.text()).doesNotContain("ask:", "> ");
    });
    assertThat(report.articles().getFirst().front().pair()).isEqualTo("dehydration-es");
  }

  @Test
  void namesFileAndLineOfWhatWouldBeUnsafe() {
    String words = "nose ".repeat(91).strip() + ".";
    List<Problem> problems =
        Articles.problems(Articles.markdown("nose", "starter", """
            ## Self-care

            ### How do I stop a nosebleed?
            > ask: nose wont stop
            > ask me: nothing
            > if left-handed: Use the right hand.
            > if pregnant: It is common.
            > value: hemoglobin

            Pinch the nose. However, wait. Never use the following. Call 911 with any of these signs.

            - Ice

            ### Why is it long?
            > ask: long

            %s

            ### Many sentences
            > ask: many

            One here. Two here. Three here. Four here. Five here. Six here.
            Do not take:

            ### Nothing?
            > ask: nothing
            Lazy text.
            """.formatted(words)));

    assertThat(problems)
        .extracting(Problem::file, Problem::line, Problem::rule, Problem::misleads)
        .containsExactlyInAnyOrder(
            Tuple.tuple("test.md", 21, "note", false),
            Tuple.tuple("test.md", 22, "condition", false),
            Tuple.tuple("test.md", 23, "stands-alone", true),
            Tuple.tuple("test.md", 24, "value", false),
            Tuple.tuple("test.md", 26, "stands-alone", true),
            Tuple.tuple("test.md", 26, "stands-alone", true),
            Tuple.tuple("test.md", 28, "answer-list", true),
            Tuple.tuple("test.md", 30, "long-answer", false),
            Tuple.tuple("test.md", 35, "question", false),
            Tuple.tuple("test.md", 35, "long-answer", false),
            Tuple.tuple("test.md", 38, "stands-alone", true),
            Tuple.tuple("test.md", 43, "note", false),
            Tuple.tuple("test.md", 41, "empty-answer", false));
  }

  @Test
  void warnsByFileAndLineOfWhatIsFoundOrReadWorse() throws IOException {
    String hard = "Anticoagulant administration considerably complicates spontaneous"
        + " epistaxis, particularly in hypertensive individuals.";
    Files.writeString(
        directory.resolve("a.md"),
        Articles.markdown("a", "starter", """
            ## Overview

            Noses bleed now and then.

            ## Self-care

            ### How do I stop it?
            > ask: how do I stop it
            > ask: nose wont stop

            Pinch the nose for ten minutes. Call 911 if you faint.

            ### What else?
            > ask: else
            > ask: more
            > ask: other
            > ask: further

            %s
            """.formatted(hard))
            .replace("topics:", "pair: b\ntopics:"));
    Files.writeString(directory.resolve("b.md"), Articles.markdown("b", "starter", """
        ## Self-care

        ### What now?
        > ask: a
        > ask: b
        > ask: c
        > ask: d

        Pinch the nose for ten minutes. Call 911 if you faint.
        """));

    List<Problem> warnings = ArticleReader.readDirectory(directory).warnings();

    assertThat(warnings)
        .extracting(Problem::file, Problem::line, Problem::rule)
        .containsExactlyInAnyOrder(
            Tuple.tuple("a.md", 18, "no-question"),
            Tuple.tuple("a.md", 24, "few-wordings"),
            Tuple.tuple("a.md", 24, "same-wording"),
            Tuple.tuple("a.md", 30, "reading-grade"),
            Tuple.tuple("a.md", 30, "reading-grade"),
            Tuple.tuple("a.md", 1, "reading-grade"),
            Tuple.tuple("a.md", 1, "few-answers"),
            Tuple.tuple("a.md", 5, "pair"),
            Tuple.tuple("b.md", 19, "shared-sentence"),
            Tuple.tuple("b.md", 1, "few-answers"));
    assertThat(warnings).noneMatch(Problem::misleads);
  }

  @Test
  void leavesAHeadingWithoutNotesWhatItWas() {
    Article article = Articles.parse(
        Articles.markdown("nose", "starter", "## Overview\n\nNoses bleed.\n\n### Why?\n\nDust."));

    assertThat(article.sections())
        .hasSize(2)
        .allSatisfy(section -> assertThat(section.answers()).isEmpty());
  }

  @Test
  void letsPeopleMisspellInTheirWordings() {
    assertThat(Articles.problems(Articles.markdown(
            "nose", "starter", NOSE.replace("nose wont stop bleeding", "call911 myNose bleds"))))
        .isEmpty();
  }

  @Test
  void writesEveryConditionAsItReadsIt() {
    assertThat(List.of(
            "anticoagulant",
            "heart-failure",
            "lives-alone",
            "medicine:SGLT2 inhibitor",
            "allergy:penicillin",
            "condition:kidney-disease",
            "age<5",
            "age>=65"))
        .allSatisfy(
            text -> assertThat(Condition.parse(text)).map(Condition::text).contains(text));
    assertThat(Condition.parse("medicine:diuretic")).contains(new Medicine("diuretic"));
    assertThat(List.of("smoker", "medicine:", "condition:Kidney Disease", "age<", "age=5", ""))
        .allSatisfy(text -> assertThat(Condition.parse(text)).isEmpty());
  }
}
