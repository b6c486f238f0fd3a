package org.healthassistant.assistant.escalation.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.TaskHandler.Next;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageTurnsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Next DONE = new Next.Done();

  private final PageTurns turns = new PageTurns();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final List<Thread> held = new ArrayList<>();

  @AfterEach
  void release() throws InterruptedException {
    hanging.countDown();
    for (Thread thread : held) {
      thread.join();
    }
  }

  @Test
  void letsAPageGoAtOnceWhileAPlaceIsFree() {
    assertThat(go(page("a", 1, 0), Level.EMERGENCY, NOW)).isEqualTo(DONE);
  }

  @Test
  void holdsNoMoreThanTwoWhileTheChannelHangs() throws InterruptedException {
    hold(2);

    assertThat(go(page("a", 1, 0), Level.EMERGENCY, NOW))
        .isEqualTo(new Next.Again(NOW.plus(PageTurns.TURN)));
  }

  @Test
  void letsTheFirstPageOfAnEmergencyGoBeforeRepeatsThatCameEarlier() throws InterruptedException {
    hold(2);
    List<Page> repeats = List.of(page("r1", 7, -600), page("r2", 7, -500), page("r3", 8, -400));
    repeats.forEach(repeat -> go(repeat, Level.EMERGENCY, NOW));
    Page first = page("first", 1, 0);
    assertThat(go(first, Level.EMERGENCY, NOW)).isEqualTo(new Next.Again(NOW.plus(PageTurns.TURN)));
    release();

    Instant next = NOW.plus(PageTurns.TURN);
    assertThat(go(repeats.get(1), Level.EMERGENCY, next))
        .as("one place is the first page's, the other the older repeat's")
        .isInstanceOf(Next.Again.class);
    assertThat(go(first, Level.EMERGENCY, next)).isEqualTo(DONE);
    assertThat(go(repeats.get(0), Level.EMERGENCY, next)).isEqualTo(DONE);
  }

  @Test
  void letsAnEmergencyGoBeforeALesserConcernOfTheSameStep() throws InterruptedException {
    hold(2);
    for (String key : List.of("e1", "e2")) {
      go(page(key, 1, 0), Level.EMERGENCY, NOW);
    }
    release();

    assertThat(go(page("s", 1, -900), Level.SAME_DAY, NOW.plus(PageTurns.TURN)))
        .isInstanceOf(Next.Again.class);
    assertThat(go(page("e2", 1, 0), Level.EMERGENCY, NOW.plus(PageTurns.TURN))).isEqualTo(DONE);
  }

  @Test
  void letsAPageComeTheMoreRarelyTheMoreGoBefore() throws InterruptedException {
    hold(2);
    for (int i = 0; i < 100; i++) {
      go(page("r" + i, 5, i), Level.EMERGENCY, NOW);
    }

    assertThat(go(page("last", 6, 0), Level.EMERGENCY, NOW))
        .isEqualTo(new Next.Again(NOW.plusSeconds(5)));
  }

  @Test
  void waitsForNoPageThatDoesNotComeInItsTurn() throws InterruptedException {
    hold(2);
    for (String key : List.of("lost-1", "lost-2")) {
      go(page(key, 1, 0), Level.EMERGENCY, NOW);
    }
    release();

    assertThat(go(page("repeat", 9, 0), Level.EMERGENCY, NOW.plusSeconds(2))).isEqualTo(DONE);
  }

  @Test
  void takesMoreAtOnceWhereTheChannelIsQuick() {
    assertThat(turns.places()).as("not known yet").isEqualTo(PageTurns.USUAL_PLACES);
    for (int i = 0; i < 10; i++) {
      go(page("p" + i, 1, i), Level.EMERGENCY, NOW);
    }
    assertThat(turns.places()).isEqualTo(PageTurns.QUICK_PLACES);
  }

  private Next go(Page page, Level level, Instant now) {
    return turns.call(page, level, now, () -> DONE);
  }

  /// Occupies so many places until the test releases them.
  private void hold(int places) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(places);
    for (int i = 0; i < places; i++) {
      Page page = page("held-" + i, 1, -1_000);
      held.add(Thread.ofVirtual()
          .start(() -> turns.call(page, Level.EMERGENCY, NOW, () -> {
            begun.countDown();
            try {
              hanging.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return DONE;
          })));
    }
    begun.await();
  }

  private static Page page(String key, int step, int second) {
    return new Page(
        key,
        "an-escalation",
        "a-subject",
        0,
        step,
        "nurse-ana",
        "webhook",
        Page.State.PENDING,
        0,
        Optional.empty(),
        NOW.plus(Duration.ofSeconds(second)),
        Optional.empty());
  }
}
