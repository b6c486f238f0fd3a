package org.healthassistant.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.turn.draft.DisturbedDrafting;
import org.healthassistant.assistant.turn.draft.ReplyPreconditionsReader;
import org.healthassistant.assistant.turn.screening.LateMeaning;
import org.healthassistant.assistant.turn.screening.MessageReadings;
import org.healthassistant.assistant.turn.screening.PendingReading;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// T3 on both databases: what becomes of a draft when things change while it is made.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class CompletionTest {

  private final List<Turn.Sentence> seen = new ArrayList<>();
  private final Turn.Progress progress = new Turn.Progress() {
    @Override
    public void begin(Turn.Triage triage) {
      assertThat(seen).as("told once, first").isEmpty();
    }

    @Override
    public void show(Turn.Sentence sentence) {
      seen.add(sentence);
    }
  };

  private static final String QUESTION = "what can I eat with type 2 diabetes?";

  private final TestService service;
  private final String patient = "completion-" + Ids.next();
  private final Subject subject;
  private final String conversation;

  CompletionTest(TestDatabase database) {
    service = TestService.on(database);
    subject = service.bean(Subjects.class).ensurePatient(patient);
    conversation = service
        .bean(Conversations.class)
        .beginWeb(subject.id(), Language.ENGLISH)
        .id();
    grant(Purpose.CHAT, true);
  }

  @Test
  void storesTheFirstDraftWhereNothingChanges() {
    DisturbedDrafting drafting = new DisturbedDrafting(service, draft -> {});

    Turn turn = complete(drafting);

    assertThat(turn.action()).isEqualTo("answer");
    assertThat(drafting.drafts()).isEqualTo(1);
  }

  @Test
  void saysNothingWhenAPersonTookTheConversationMeanwhile() {
    DisturbedDrafting drafting = new DisturbedDrafting(service, draft -> takeOver());

    Turn turn = complete(drafting);

    assertThat(turn.sentences()).isEmpty();
    assertThat(turn.citations()).isEmpty();
    assertThat(turn.action()).isEqualTo("handoff");
    assertThat(drafting.drafts()).isEqualTo(1);
  }

  @Test
  void keepsWhatWasSeenWhenAPersonTookTheConversationMeanwhile() {
    DisturbedDrafting drafting = new DisturbedDrafting(service, draft -> takeOver()).showing(2);

    Turn turn = complete(drafting);

    assertThat(seen).hasSize(2);
    assertThat(turn.sentences()).containsExactlyElementsOf(seen);
    assertThat(turn.citations()).isNotEmpty();
    assertThat(drafting.drafts()).isEqualTo(1);
  }

  @Test
  void storesWhatWasSeenAsTheBeginningOfTheReply() {
    Turn turn = complete(new DisturbedDrafting(service, draft -> {}).showing(1));

    assertThat(seen).hasSize(1);
    assertThat(turn.sentences()).startsWith(seen.getFirst()).hasSizeGreaterThan(1);
  }

  @Test
  void draftsAnewUnderTheConsentThatHoldsThen() {
    DisturbedDrafting drafting = new DisturbedDrafting(service, draft -> {
      if (draft == 1) {
        grant(Purpose.RECORD, true);
      }
    });

    Turn turn = complete(drafting);

    assertThat(turn.action()).isEqualTo("answer");
    assertThat(drafting.drafts()).isEqualTo(2);
  }

  @Test
  void repliesWithoutAnswerWhereNoDraftHolds() {
    DisturbedDrafting drafting =
        new DisturbedDrafting(service, draft -> grant(Purpose.RECORD, draft % 2 == 1));

    Turn turn = complete(drafting);

    assertThat(drafting.drafts()).isEqualTo(3);
    assertThat(turn.action()).isEqualTo("handoff");
    assertThat(turn.citations()).isEmpty();
  }

  @Test
  void returnsTheReplyThatIsThere() {
    String message = ask();
    Turn first = complete(message, new DisturbedDrafting(service, draft -> {}));
    DisturbedDrafting drafting = new DisturbedDrafting(service, draft -> {});

    assertThat(complete(message, drafting)).isEqualTo(first);
    assertThat(drafting.drafts()).isZero();
  }

  private Turn complete(DisturbedDrafting drafting) {
    return complete(ask(), drafting);
  }

  private String ask() {
    Accepted accepted = service
        .bean(Corridor.class)
        .accept(new Inbound.Web(
            patient, Optional.empty(), conversation, QUESTION, Optional.empty(), false));
    return ((Accepted.Stored) accepted).messageId();
  }

  private Turn complete(String messageId, DisturbedDrafting drafting) {
    Completion completion = new Completion(
        service.bean(LateMeaning.class),
        service.bean(Subjects.class),
        service.bean(ReplyPreconditionsReader.class),
        service.bean(ReplyPlan.Planner.class),
        drafting,
        service.bean(Composer.class),
        service.bean(ReplyStore.class),
        service.bean(Transactions.class));
    PendingReading reading =
        service.bean(MessageReadings.class).begin(new ScreenedText(messageId, QUESTION), List.of());
    assertThat(reading.text().question(Duration.ofMinutes(1))).isPresent();
    return completion.complete(
        messageId, reading, service.bean(RealClock.class).instant().plusSeconds(20), progress);
  }

  private void takeOver() {
    service
        .bean(Transactions.class)
        .durable(() -> service.bean(Conversations.class).takeOver(conversation, "nurse-ana"));
  }

  private void grant(Purpose purpose, boolean granted) {
    service.bean(Consents.class).decide(subject.id(), purpose, granted);
  }
}
