package org.healthassistant.assistant.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.healthassistant.assistant.escalation.EscalationRooms.ANA;
import static org.healthassistant.assistant.escalation.EscalationRooms.BEN;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.conversation.Conversation;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.delivery.LostText;
import org.healthassistant.assistant.escalation.desk.ActionResult;
import org.healthassistant.assistant.escalation.desk.EscalationDesk;
import org.healthassistant.assistant.patient.PersonalData;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.assistant.store.Transactions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class EscalationsTest {

  private static final Map<TestDatabase, EscalationRooms> STARTED =
      new EnumMap<>(TestDatabase.class);

  private final EscalationRooms rooms;
  private final EscalationDesk desk;

  EscalationsTest(TestDatabase database) {
    rooms = STARTED.computeIfAbsent(database, d -> EscalationRooms.on(d, Map.of()));
    desk = rooms.desk();
  }

  @AfterAll
  static void stop() {
    STARTED.values().forEach(EscalationRooms::close);
    STARTED.clear();
  }

  @Nested
  class WhenMessagesCome {

    @Test
    void opensOneAndSchedulesItsPages() {
      Escalation opened = rooms.emergency();

      assertThat(opened.state()).isEqualTo(Escalation.State.OPEN);
      assertThat(opened.replyBy()).isEqualTo(rooms.now().plus(Duration.ofMinutes(15)));
      assertThat(rooms.history(opened)).containsExactly("opened");
      assertThat(rooms.isScheduled(EscalationTasks.PAGE_STEP, RoundId.of(opened).key()))
          .isTrue();
    }

    @Test
    void pagesNobodyForARoutineMatter() {
      Escalation opened = rooms.write(rooms.conversation(), Level.ROUTINE, "routine");

      assertThat(rooms.isScheduled(EscalationTasks.PAGE_STEP, RoundId.of(opened).key()))
          .isFalse();
    }

    @Test
    void joinsFurtherMessagesWithoutASecondRound() {
      Conversation conversation = rooms.conversation();
      Escalation opened = rooms.write(conversation, Level.SAME_DAY, "med-danger");

      Escalation joined = rooms.write(conversation, Level.ROUTINE, "routine");

      assertThat(joined.id()).isEqualTo(opened.id());
      assertThat(joined.level()).isEqualTo(Level.SAME_DAY);
      assertThat(joined.categories()).containsExactly("med-danger", "routine");
      assertThat(joined.round()).isZero();
      assertThat(rooms.history(opened)).containsExactly("opened", "joined");
    }

    @Test
    void raisesAndStartsTheStepsAnewEvenAfterAnAcknowledgement() {
      Conversation conversation = rooms.conversation();
      Escalation opened = rooms.write(conversation, Level.SAME_DAY, "med-danger");
      desk.acknowledge(opened.id(), ANA);

      Escalation raised = rooms.write(conversation, Level.EMERGENCY, "chest-pain");

      assertThat(raised.level()).isEqualTo(Level.EMERGENCY);
      assertThat(raised.acknowledgedBy()).isEmpty();
      assertThat(raised.state()).isEqualTo(Escalation.State.OPEN);
      assertThat(raised.replyBy()).isBefore(opened.replyBy());
      assertThat(rooms.isScheduled(EscalationTasks.PAGE_STEP, RoundId.of(raised).key()))
          .isTrue();
    }

    @Test
    void startsAnewWhenItIsUrgentAgainAfterContact() {
      Conversation conversation = rooms.conversation();
      Escalation opened = rooms.write(conversation, Level.EMERGENCY, "chest-pain");
      desk.contact(opened.id(), ANA, "call", true, null);
      rooms.pass(Duration.ofHours(5));

      Escalation again = rooms.write(conversation, Level.EMERGENCY, "chest-pain");

      assertThat(again.id()).isEqualTo(opened.id());
      assertThat(again.round()).isEqualTo(1);
      assertThat(again.contactedAt()).isEmpty();
      assertThat(again.replyBy()).isEqualTo(rooms.now().plus(Duration.ofMinutes(15)));
    }

    @Test
    void leavesAPersonWhoIsInTheConversationAlone() {
      Conversation conversation = rooms.conversation();
      Escalation opened = rooms.write(conversation, Level.EMERGENCY, "chest-pain");
      desk.takeOver(opened.id(), ANA);
      desk.contact(opened.id(), ANA, "call", true, null);

      Escalation again = rooms.write(conversation, Level.EMERGENCY, "chest-pain");

      assertThat(again.state()).isEqualTo(Escalation.State.ACKNOWLEDGED);
      assertThat(again.round()).isZero();
      assertThat(again.contactedAt()).as("of what is new").isEmpty();
    }

    @Test
    void pagesWhenNobodyIsInTheConversationThatWasTakenOverAfterAll() {
      Conversation conversation = rooms.conversation();
      Escalation opened = rooms.write(conversation, Level.EMERGENCY, "chest-pain");
      desk.takeOver(opened.id(), ANA);
      desk.contact(opened.id(), ANA, "call", true, null);
      rooms.pass(Duration.ofHours(3));

      Escalation again = rooms.write(conversation, Level.EMERGENCY, "chest-pain");
      assertThat(rooms.isScheduled("page-escalation", again.id() + "/0")).isTrue();
      rooms.pass(Duration.ofMinutes(14));
      rooms.page(again);
      assertThat(rooms.find(again).state()).isEqualTo(Escalation.State.ACKNOWLEDGED);
      rooms.pass(Duration.ofMinutes(2));
      rooms.page(again);

      assertThat(rooms.find(again).state()).isEqualTo(Escalation.State.OPEN);
      assertThat(rooms.find(again).round()).isEqualTo(1);
    }

    @Test
    void countsNoReplyAsContactThatWasSeenBeforeTheNewConcern() {
      Conversation conversation = rooms.conversation();
      Escalation opened = rooms.write(conversation, Level.EMERGENCY, "chest-pain");
      desk.reply(opened.id(), ANA, "Please call 911 now.", null);
      desk.takeOver(opened.id(), ANA);
      seen(conversation);
      assertThat(rooms.find(opened).contactedAt()).isPresent();

      rooms.pass(Duration.ofHours(1).negated());
      rooms.write(conversation, Level.EMERGENCY, "chest-pain");
      seen(conversation);
      assertThat(rooms.find(opened).contactedAt()).as("with the clock set back").isEmpty();

      desk.reply(opened.id(), ANA, "I am calling you.", null);
      seen(conversation);
      assertThat(rooms.find(opened).contactedAt()).isPresent();
    }

    private void seen(Conversation conversation) {
      Messages messages = rooms.bean(Messages.class);
      messages.seen(conversation.id(), messages.lastSeq(conversation.id()));
      rooms.bean(Escalations.class).repliesSeen(conversation.subjectId());
    }

    @Test
    void opensANewOneThatNamesTheFormerAfterItWasResolved() {
      Conversation conversation = rooms.conversation();
      Escalation first = rooms.write(conversation, Level.SAME_DAY, "med-danger");
      desk.resolve(first.id(), ANA, "advised", true, Optional.of("well again"));

      Escalation second = rooms.write(conversation, Level.SAME_DAY, "med-danger");

      assertThat(second.id()).isNotEqualTo(first.id());
      assertThat(second.formerId()).contains(first.id());
    }
  }

  @Nested
  class WhenPeopleAct {

    @Test
    void letsOneOfManyWinWhoAcknowledgeAtOnce() {
      Escalation opened = rooms.emergency();
      List<String> people = IntStream.range(0, 8).mapToObj(i -> "nurse-" + i).toList();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<ActionResult> results = people.stream()
            .map(nurse ->
                CompletableFuture.supplyAsync(() -> desk.acknowledge(opened.id(), nurse), threads))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

        assertThat(results).filteredOn(ActionResult.Done.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(ActionResult.Conflict.class::isInstance).hasSize(7);
      }
      assertThat(rooms.history(opened)).containsExactly("opened", "acknowledged");
    }

    @Test
    void takesARepeatByTheSamePersonAsDone() {
      Escalation opened = rooms.emergency();

      desk.acknowledge(opened.id(), ANA);
      ActionResult again = desk.acknowledge(opened.id(), ANA);

      assertThat(again).isInstanceOf(ActionResult.Done.class);
      assertThat(rooms.history(opened)).containsExactly("opened", "acknowledged");
    }

    @Test
    void letsAnotherActOnceItIsAssignedToThem() {
      Escalation opened = rooms.emergency();
      desk.takeOver(opened.id(), ANA);
      assertThat(desk.reply(opened.id(), BEN, "hello", null))
          .isInstanceOf(ActionResult.Conflict.class);

      desk.assign(opened.id(), ANA, BEN);

      assertThat(desk.takeOver(opened.id(), BEN)).isInstanceOf(ActionResult.Done.class);
      assertThat(rooms.find(opened).acknowledgedBy()).contains(BEN);
      assertThat(holder(opened)).contains(BEN);
      assertThat(desk.handBack(opened.id(), ANA)).isInstanceOf(ActionResult.Conflict.class);
    }

    @Test
    void repliesInTheConversationAndCountsItAsContactOnceSeen() {
      Escalation opened = rooms.emergency();

      desk.reply(opened.id(), ANA, "This is Ana.", null);

      assertThat(rooms.find(opened).state()).isEqualTo(Escalation.State.ACKNOWLEDGED);
      assertThat(rooms.find(opened).contactedAt()).isEmpty();
      List<Message> transcript = rooms.bean(Messages.class).after(opened.conversationId(), 0, 10);
      assertThat(transcript.getLast().text()).isEqualTo("This is Ana.");
      rooms.bean(Escalations.class).repliesSeen(opened.subjectId());
      assertThat(rooms.find(opened).contactedAt()).isEmpty();

      rooms.pass(Duration.ofMinutes(1));
      rooms
          .bean(Messages.class)
          .seen(opened.conversationId(), transcript.getLast().seq());
      rooms.bean(Escalations.class).repliesSeen(opened.subjectId());

      assertThat(rooms.find(opened).contactedAt()).contains(rooms.now());
      assertThat(rooms.history(opened)).containsExactly("opened", "replied", "seen");
    }

    @Test
    void raisesByAClinicianWithAnEarlierAnswerAndLowersWithoutChangingThePromise() {
      Escalation opened = rooms.write(rooms.conversation(), Level.SAME_DAY, "med-danger");

      desk.level(opened.id(), BEN, Level.EMERGENCY, "worse than it reads");
      Escalation raised = rooms.find(opened);
      desk.level(opened.id(), BEN, Level.ROUTINE, "read again");
      Escalation lowered = rooms.find(opened);

      assertThat(raised.round()).isEqualTo(1);
      assertThat(raised.replyBy()).isEqualTo(rooms.now().plus(Duration.ofMinutes(15)));
      assertThat(lowered.round()).isEqualTo(1);
      assertThat(lowered.replyBy()).isEqualTo(raised.replyBy());
      assertThat(rooms.history(opened)).containsExactly("opened", "raised", "lowered");
      assertThat(rooms.bean(Escalations.class).history(opened.id()).getLast().text())
          .contains("read again");
    }

    @Test
    void refusesEveryActionOnAResolvedOneAndGivesTheConversationBack() {
      Escalation opened = rooms.emergency();
      desk.takeOver(opened.id(), ANA);

      desk.resolve(opened.id(), ANA, "sent-to-emergency", true, Optional.empty());

      assertThat(holder(opened)).isEmpty();
      assertThat(desk.acknowledge(opened.id(), BEN)).isInstanceOf(ActionResult.Conflict.class);
      assertThat(desk.note(opened.id(), BEN, "late", null))
          .isInstanceOf(ActionResult.Conflict.class);
      assertThat(desk.resolve(opened.id(), ANA, "advised", null, Optional.empty()))
          .isInstanceOf(ActionResult.Done.class);
      assertThat(rooms.find(opened).resolution().outcome()).contains("sent-to-emergency");
    }

    @Test
    void knowsNoUnknownEscalation() {
      assertThat(desk.acknowledge("nothing", ANA)).isInstanceOf(ActionResult.NotFound.class);
    }
  }

  @Test
  void listsTheMostUrgentFirstThenTheOldestPageByPage() {
    Escalation routine = rooms.write(rooms.conversation(), Level.ROUTINE, "routine");
    rooms.pass(Duration.ofSeconds(1));
    Escalation older = rooms.emergency();
    rooms.pass(Duration.ofSeconds(1));
    Escalation newer = rooms.emergency();
    Escalations escalations = rooms.bean(Escalations.class);
    List<String> all = escalations.list(EscalationFilter.UNRESOLVED).stream()
        .map(Escalation::id)
        .toList();

    assertThat(all).containsSubsequence(older.id(), newer.id(), routine.id());
    List<String> walked = new java.util.ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      List<Escalation> page = escalations.list(
          new EscalationFilter(Set.of(), Optional.empty(), Optional.empty(), 2, after));
      page.forEach(e -> walked.add(e.id()));
      after = page.stream().reduce((a, b) -> b).map(Escalation::id);
    } while (after.isPresent());
    assertThat(walked).isEqualTo(all);
  }

  @Test
  void listsOfOneLevelOneStateAndOnePersonAlone() {
    Escalation routine = rooms.write(rooms.conversation(), Level.ROUTINE, "routine");
    Escalation emergency = rooms.emergency();
    desk.acknowledge(emergency.id(), ANA);
    Escalations escalations = rooms.bean(Escalations.class);

    assertThat(ids(escalations, Set.of(), Optional.of(Level.ROUTINE), Optional.empty()))
        .contains(routine.id())
        .doesNotContain(emergency.id());
    assertThat(ids(
            escalations, Set.of(Escalation.State.ACKNOWLEDGED), Optional.empty(), Optional.of(ANA)))
        .contains(emergency.id())
        .doesNotContain(routine.id());
    assertThat(ids(escalations, Set.of(), Optional.of(Level.SELF_CARE), Optional.empty()))
        .isEmpty();
  }

  private static List<String> ids(
      Escalations escalations,
      Set<Escalation.State> states,
      Optional<Level> level,
      Optional<String> assignee) {
    return escalations
        .list(new EscalationFilter(states, level, assignee, 200, Optional.empty()))
        .stream()
        .map(Escalation::id)
        .toList();
  }

  @Test
  void showsThatATextDidNotGetThrough() {
    Escalation opened = rooms.emergency();

    String text = rooms.lostText(opened);
    rooms.run(LostText.TASK, text);
    rooms.run(LostText.TASK, text);

    assertThat(rooms.history(opened)).containsExactly("opened", "text-failed");
    assertThat(rooms.bean(Escalations.class).withFailedText(List.of(opened.id())))
        .containsExactly(opened.id());
  }

  @Test
  void linksANumberToAPatientWithoutLosingWhatIsOpen() {
    Escalation ofNumber = rooms.emergency();
    Escalation ofPatient = rooms.emergency();
    PersonalData data = rooms.bean(EscalationPersonalData.class);

    rooms
        .bean(Transactions.class)
        .durable(() -> data.link(ofNumber.subjectId(), ofPatient.subjectId()));

    assertThat(rooms.find(ofNumber).subjectId()).isEqualTo(ofPatient.subjectId());
    assertThat(rooms
            .bean(Escalations.class)
            .open(ofPatient.subjectId())
            .orElseThrow()
            .id())
        .isEqualTo(ofPatient.id());
    assertThat(desk.resolve(ofNumber.id(), ANA, "advised", null, Optional.empty()))
        .isInstanceOf(ActionResult.Done.class);
    assertThat(data.export(ofPatient.subjectId()).get("escalations.json"))
        .contains(ofNumber.id(), ofPatient.id());
    assertThat(rooms.bean(Subjects.class).find(ofNumber.subjectId())).isPresent();
  }

  private Optional<String> holder(Escalation escalation) {
    return rooms.bean(Conversations.class).get(escalation.conversationId()).takenOverBy();
  }
}
