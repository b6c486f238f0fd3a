package org.healthassistant.assistant.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.healthassistant.assistant.safety.Finding;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.Ids;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What every store of escalations does, the one in a database and the one in memory that the
/// simulation runs on: else the simulation would prove something about another product.
interface EscalationStoreContract {

  EscalationRows rows();

  EscalationHistory entries();

  /// An escalation of a subject that has none; not stored.
  Escalation unstored();

  /// Another of the same subject; not stored.
  Escalation another(Escalation one);

  @Test
  default void readsBackWhatItStored() {
    Escalation stored = stored();

    assertThat(rows().find(stored.id())).contains(stored);
    assertThat(rows().open(stored.subjectId())).contains(stored);
    assertThat(rows().ofSubject(stored.subjectId())).containsExactly(stored);
    assertThat(rows().allOpen()).contains(stored);
    assertThat(rows().find("no-such-id")).isEmpty();
    assertThat(rows().open("no-such-subject")).isEmpty();
  }

  /// A message can touch them all: it is stored all the same.
  @Test
  default void keepsAllCategoriesOfThePackAtOnce() throws IOException {
    List<String> all = categories();
    Escalation stored = stored();
    Instant at = stored.changedAt().plusSeconds(60);

    rows().update(EscalationChange.of(stored).categories(all).apply(at));

    assertThat(String.join(",", all)).hasSizeGreaterThan(400);
    assertThat(rows().find(stored.id()).orElseThrow().categories()).isEqualTo(all);
  }

  private static List<String> categories() throws IOException {
    try (var pack = EscalationStoreContract.class.getResourceAsStream("/safety/pack.yaml")) {
      JsonNode read = YAMLMapper.shared().readTree(pack);
      return Stream.concat(
              read.get("categories").valueStream().map(JsonNode::asString),
              Stream.of(Finding.UNCLEAR))
          .toList();
    }
  }

  @Test
  default void keepsEveryPartOfAChange() {
    Escalation stored = stored();
    Instant at = stored.changedAt().plusSeconds(60);

    Escalation changed = rows()
        .update(EscalationChange.of(stored)
            .categories(List.of("bleeding", "chest-pain"))
            .humanRequested(true)
            .levelByClinician(Level.SAME_DAY, at)
            .replyBy(at.plusSeconds(5))
            .nextRound(true)
            .acknowledged("nurse-ana", at)
            .contacted(at)
            .apply(at));

    assertThat(rows().find(stored.id())).contains(changed);
    assertThat(changed.round()).isEqualTo(1);
    assertThat(changed.contactedAt()).contains(at);
  }

  @Test
  default void holdsASubjectToOneOpenEscalation() {
    Escalation stored = stored();

    assertThatThrownBy(() -> rows().insert(another(stored))).isInstanceOf(RuntimeException.class);
  }

  @Test
  default void freesTheSubjectWhenItIsResolved() {
    Escalation stored = stored();
    Instant at = stored.changedAt().plusSeconds(60);

    Escalation resolved =
        rows().update(EscalationChange.of(stored).resolved("advised", true, at).apply(at));

    assertThat(rows().find(stored.id())).contains(resolved);
    assertThat(rows().open(stored.subjectId())).isEmpty();
    assertThat(rows().lastResolved(stored.subjectId())).contains(stored.id());
    assertThat(rows().allOpen()).doesNotContain(resolved);
    rows().insert(another(stored));
    assertThat(rows().ofSubject(stored.subjectId())).hasSize(2);
  }

  /// The later one was closed by an instance whose clock was behind.
  @Test
  default void knowsTheLastOneWhateverTheClocksSaid() {
    Escalation first = stored();
    Instant at = first.changedAt().plusSeconds(60);
    rows().update(EscalationChange.of(first).resolved("advised", true, at).apply(at));
    Escalation.Identity next = new Escalation.Identity(
        Ids.next(), first.subjectId(), Optional.of(first.id()), first.createdAt());
    Escalation later = Escalation.begun(next, first.concern());
    rows().insert(later);
    Instant before = at.minusSeconds(30);
    rows().update(EscalationChange.of(later).resolved("advised", true, before).apply(before));

    assertThat(rows().lastResolved(first.subjectId())).contains(later.id());
  }

  @Test
  default void movesBackAnAcknowledgementAlone() {
    Escalation waiting = stored();
    Escalation held = stored();
    Instant at = held.changedAt().plusSeconds(60);
    rows().update(EscalationChange.of(held).acknowledged("nurse-ana", at).apply(at));

    assertThat(rows().moveBack(held.id(), Duration.ofHours(1), at)).isTrue();
    assertThat(rows().moveBack(waiting.id(), Duration.ofHours(1), at)).isTrue();

    assertThat(find(held).acknowledgedAt()).contains(at.minus(Duration.ofHours(1)));
    assertThat(find(held).changedAt()).isEqualTo(at);
    assertThat(find(waiting)).isEqualTo(waiting);
  }

  @Test
  default void tellsEntriesOfARoundApart() {
    Escalation stored = stored();
    RoundId first = RoundId.of(stored);
    entries().add(stored, told(0, true));
    entries().add(stored, told(1, false));

    assertThat(entries().hasInRound(first, EventKind.PATIENT_TOLD, null)).isTrue();
    assertThat(entries().hasInRound(first, EventKind.PATIENT_TOLD, true)).isTrue();
    assertThat(entries().hasInRound(first, EventKind.PATIENT_TOLD, false)).isFalse();
    assertThat(entries().hasInRound(first, EventKind.NO_CHANNEL, null)).isFalse();
    assertThat(entries().hasInRound(new RoundId(stored.id(), 1), EventKind.PATIENT_TOLD, false))
        .isTrue();
    assertThat(entries().hasInRound(new RoundId(stored.id(), 2), EventKind.PATIENT_TOLD, null))
        .isFalse();
  }

  @Test
  default void tellsEntriesOfAPageApart() {
    Escalation stored = stored();
    entries().add(stored, EscalationEntry.bySystem(EventKind.PAGED).page("a-page"));

    assertThat(entries().hasForPage(stored.id(), EventKind.PAGED, "a-page")).isTrue();
    assertThat(entries().hasForPage(stored.id(), EventKind.PAGED, "another-page"))
        .isFalse();
    assertThat(entries().hasForPage(stored.id(), EventKind.PAGE_FAILED, "a-page"))
        .isFalse();
  }

  @Test
  default void findsWhatAnActionOrAMessageHasLeft() {
    Escalation stored = stored();
    entries()
        .add(
            stored,
            EscalationEntry.by("nurse-ana", EventKind.NOTED).text("calm").action("a-key"));
    entries().add(stored, opened(stored));

    assertThat(entries().ofAction(stored.id(), "a-key").flatMap(EscalationEvent::text))
        .contains("calm");
    assertThat(entries().ofAction(stored.id(), "another-key")).isEmpty();
    assertThat(entries().hasAbout(stored.id(), EventKind.OPENED, stored.messageId()))
        .isTrue();
    assertThat(entries().hasAbout(stored.id(), EventKind.OPENED, "another-message"))
        .isFalse();
    assertThat(entries().hasAbout(stored.id(), EventKind.JOINED, stored.messageId()))
        .isFalse();
  }

  @Test
  default void readsAHistoryInTheOrderOfItsWriting() {
    Escalation stored = stored();
    entries().add(stored, opened(stored));
    entries().add(stored, EscalationEntry.by("nurse-ana", EventKind.NOTED).text("she is calm"));
    entries().add(stored, told(0, true).detail("round 0"));

    List<EscalationEvent> history = entries().forEscalation(stored.id());

    assertThat(history)
        .extracting(EscalationEvent::kind)
        .containsExactly(EventKind.OPENED, EventKind.NOTED, EventKind.PATIENT_TOLD);
    assertThat(history.getFirst().to()).contains(Level.EMERGENCY);
    assertThat(history.getFirst().from()).isEmpty();
    assertThat(history.getFirst().messageId()).contains(stored.messageId());
    assertThat(history.get(1).text()).contains("she is calm");
    assertThat(history.get(1).actor()).isEqualTo("nurse-ana");
    assertThat(history.getLast().detail()).isEqualTo("round 0");
  }

  @Test
  default void findsThoseThatHaveAKindOfEntry() {
    Escalation with = stored();
    Escalation without = stored();
    entries().add(with, EscalationEntry.bySystem(EventKind.TEXT_FAILED));
    entries().add(without, opened(without));

    assertThat(entries().withKind(Set.of(with.id(), without.id()), EventKind.TEXT_FAILED))
        .containsExactly(with.id());
    assertThat(entries().withKind(Set.of(), EventKind.TEXT_FAILED)).isEmpty();
  }

  @Test
  default void readsChangesInPortionsWithoutLeavingOneOut() {
    List<Escalation> all = Stream.generate(this::stored).limit(5).toList();
    Instant before = all.getFirst().changedAt().minusMillis(1);
    List<Escalation> walked = new ArrayList<>(rows().changedAfter(before, "", 2));
    while (walked.size() < 5) {
      Escalation last = walked.getLast();
      List<Escalation> portion = rows().changedAfter(last.changedAt(), last.id(), 2);
      assertThat(portion).isNotEmpty();
      walked.addAll(portion);
    }

    assertThat(walked).containsExactlyElementsOf(rows().changedAfter(before, "", 100));
    assertThat(walked).containsAll(all);
  }

  private Escalation stored() {
    Escalation one = unstored();
    rows().insert(one);
    return one;
  }

  private Escalation find(Escalation one) {
    return rows().find(one.id()).orElseThrow();
  }

  private static EscalationEntry told(int round, boolean alerted) {
    return EscalationEntry.bySystem(EventKind.PATIENT_TOLD).round(round).reached(alerted);
  }

  private static EscalationEntry opened(Escalation one) {
    return EscalationEntry.by("patient", EventKind.OPENED)
        .levels(null, one.level())
        .message(one.messageId());
  }
}
