package org.healthassistant.assistant.turn.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.conversation.ConversationsAtTime;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ConversationLeasesTest {

  private static final Duration TERM = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final String conversation;
  private final ConversationLeases leases;
  private volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");

  ConversationLeasesTest(TestDatabase database) {
    TestService service = TestService.on(database);
    RealClock clock = new RealClock(() -> now);
    TopicSignals signals = new TopicSignals();
    var conversations = ConversationsAtTime.of(service, clock, signals);
    String subject =
        service.bean(Subjects.class).ensurePatient("lease-" + Ids.next()).id();
    conversation = conversations.beginWeb(subject, Language.ENGLISH).id();
    leases = new ConversationLeases(conversations, signals, clock, TERM);
  }

  @AfterEach
  void clearInterruption() {
    Thread.interrupted();
  }

  @Test
  void hasOneHolderAtATime() {
    try (var first = leases.acquire(conversation, Duration.ZERO);
        var second = leases.acquire(conversation, Duration.ZERO)) {
      assertThat(first.held()).isTrue();
      assertThat(second.held()).isFalse();
    }
  }

  @Test
  void isFreeAgainOnceItIsClosed() {
    leases.acquire(conversation, Duration.ZERO).close();

    try (var next = leases.acquire(conversation, Duration.ZERO)) {
      assertThat(next.held()).isTrue();
    }
  }

  @Test
  void takesNothingAwayByClosingWhatItNeverHeld() {
    try (var first = leases.acquire(conversation, Duration.ZERO)) {
      leases.acquire(conversation, Duration.ZERO).close();

      assertThat(first.held()).isTrue();
      assertThat(leases.acquire(conversation, Duration.ZERO).held()).isFalse();
    }
  }

  @Test
  void goesToTheNextOneWhenItsTermIsOver() {
    ConversationLease dead = leases.acquire(conversation, Duration.ZERO);
    now = now.plus(TERM);
    assertThat(leases.acquire(conversation, Duration.ZERO).held())
        .as("at the end of its term")
        .isFalse();
    now = now.plusSeconds(1);

    try (var next = leases.acquire(conversation, Duration.ZERO)) {
      assertThat(next.held()).isTrue();
      dead.close();
      assertThat(leases.acquire(conversation, Duration.ZERO).held())
          .as("the dead one's close takes nothing from its successor")
          .isFalse();
    }
  }

  @Test
  void letsWhoWaitsInWhenItIsReleased() throws Exception {
    ConversationLease first = leases.acquire(conversation, Duration.ZERO);
    CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> {
      try (var lease = leases.acquire(conversation, LONG)) {
        return lease.held();
      }
    });
    first.close();

    assertThat(second.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void isNotHeldByAThreadThatWasInterruptedWhileItWaited() {
    try (var first = leases.acquire(conversation, Duration.ZERO)) {
      Thread.currentThread().interrupt();
      try (var second = leases.acquire(conversation, LONG)) {
        assertThat(first.held()).isTrue();
        assertThat(second.held()).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
      }
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
