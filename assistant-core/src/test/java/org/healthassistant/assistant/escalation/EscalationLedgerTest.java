package org.healthassistant.assistant.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.store.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class EscalationLedgerTest {

  private final EscalationRooms rooms;
  private final EscalationLedger ledger;

  EscalationLedgerTest(TestDatabase database) {
    rooms = EscalationRooms.on(database, Map.of());
    ledger = rooms.bean(EscalationLedger.class);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void storesAChangeWithItsEntryAtTheTimeOfTheWork() {
    Escalation opened = rooms.emergency();
    rooms.pass(Duration.ofMinutes(1));

    ledger.change(
        opened.id(),
        open -> open.apply(
            EscalationChange.of(open.now()).assignee("nurse-ana"),
            EscalationEntry.by("nurse-ana", EventKind.ASSIGNED)));

    assertThat(rooms.find(opened).assignee()).contains("nurse-ana");
    assertThat(rooms.find(opened).changedAt()).isEqualTo(rooms.now());
    assertThat(rooms.history(opened)).containsExactly("opened", "assigned");
  }

  @Test
  void storesNeitherChangeNorEntryWhenTheWorkFails() {
    Escalation opened = rooms.emergency();

    assertThatThrownBy(() -> ledger.change(opened.id(), open -> {
          open.apply(
              EscalationChange.of(open.now()).assignee("nurse-ana"),
              EscalationEntry.by("nurse-ana", EventKind.ASSIGNED));
          throw new IllegalStateException("the rest failed");
        }))
        .hasMessage("the rest failed");

    assertThat(rooms.find(opened)).isEqualTo(opened);
    assertThat(rooms.history(opened)).containsExactly("opened");
  }

  @Test
  void signalsItsWatchersAfterTheCommitAndNotBefore() {
    Escalation opened = rooms.emergency();
    try (TopicSignals.Watch inbox = watch()) {
      boolean early = ledger
          .change(opened.id(), open -> {
            open.record(EscalationEntry.by("nurse-ana", EventKind.NOTED));
            return isSignalled(inbox);
          })
          .orElseThrow();

      assertThat(early).as("inside of the transaction").isFalse();
      assertThat(isSignalled(inbox)).as("after the commit").isTrue();
      assertThat(isSignalled(inbox)).as("once for all").isFalse();
    }
  }

  @Test
  void signalsNobodyOfWhatWasRolledBack() {
    Escalation opened = rooms.emergency();
    try (TopicSignals.Watch inbox = watch()) {
      assertThatThrownBy(() -> ledger.change(opened.id(), open -> {
            open.record(EscalationEntry.by("nurse-ana", EventKind.NOTED));
            throw new IllegalStateException("the rest failed");
          }))
          .hasMessage("the rest failed");

      assertThat(isSignalled(inbox)).isFalse();
    }
  }

  private TopicSignals.Watch watch() {
    return rooms.bean(TopicSignals.class).watch(Escalations.TOPIC);
  }

  private static boolean isSignalled(TopicSignals.Watch watch) {
    try {
      return watch.await(Duration.ZERO);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void joinsTheTransactionOfItsCallerAndFallsWithIt() {
    Escalation opened = rooms.emergency();

    assertThatThrownBy(() -> rooms.bean(Transactions.class).durable(() -> {
          ledger.change(
              opened.id(), open -> open.record(EscalationEntry.by("nurse-ana", EventKind.NOTED)));
          throw new IllegalStateException("the caller failed");
        }))
        .hasMessage("the caller failed");

    assertThat(rooms.history(opened)).containsExactly("opened");
  }

  @Test
  void doesNoWorkForARoundThatIsOverOrAnEscalationThatIsNot() {
    Escalation opened = rooms.emergency();

    assertThat(ledger.changeRound(new RoundId(opened.id(), 1), open -> "worked"))
        .isEmpty();
    assertThat(ledger.change("no-such-id", open -> "worked")).isEmpty();
    assertThat(ledger.changeRound(RoundId.of(opened), open -> "worked")).contains("worked");
  }

  @Test
  void notesOnceARoundAndAgainInTheNext() {
    Escalation opened = rooms.emergency();
    EscalationEntry entry = EscalationEntry.bySystem(EventKind.NO_CHANNEL);

    for (int time = 0; time < 2; time++) {
      ledger.change(opened.id(), open -> {
        open.noteOncePerRound(entry);
        return open.now();
      });
    }
    ledger.change(opened.id(), open -> {
      open.apply(
          EscalationChange.of(open.now()).nextRound(false),
          EscalationEntry.bySystem(EventKind.ACKNOWLEDGEMENT_EXPIRED));
      open.noteOncePerRound(entry);
      return open.now();
    });

    assertThat(rooms.history(opened))
        .containsExactly("opened", "no-channel", "acknowledgement-expired", "no-channel");
  }

  @Test
  void readsBackEveryKindByItsCodeWhichFitsTheColumn() {
    assertThat(Arrays.stream(EventKind.values())).allSatisfy(kind -> {
      assertThat(EventKind.parse(kind.code())).isEqualTo(kind);
      assertThat(kind.code()).hasSizeLessThanOrEqualTo(24).matches("[a-z]+(-[a-z]+)*");
    });
    assertThatThrownBy(() -> EventKind.parse("PAGED"))
        .hasMessage("no kind of event has the code 'PAGED'");
  }
}
