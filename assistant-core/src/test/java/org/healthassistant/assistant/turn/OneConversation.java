package org.healthassistant.assistant.turn;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.desk.EscalationDesk;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TaskHandler;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.testing.MovableClock;
import org.healthassistant.assistant.turn.asking.SymptomQuestions;
import org.healthassistant.assistant.turn.screening.LateMeaning;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.AfterEach;

/// A new patient's conversation through the corridor, and a telephone that nobody has written by:
/// what is said in it, what is answered, and what comes of a question that stays unanswered. An
/// escalation that a test opens is closed after it.
abstract class OneConversation {

  final TestService service;
  final String patient = "asked-" + Ids.next();
  final String phone = "+1202555" + ThreadLocalRandom.current().nextInt(1000, 9999);
  final Subject subject;
  final String conversation;

  OneConversation(TestDatabase database) {
    service = TestService.on(database);
    subject = service.bean(Subjects.class).ensurePatient(patient);
    conversation = service
        .bean(Conversations.class)
        .beginWeb(subject.id(), Language.ENGLISH)
        .id();
    service.bean(Consents.class).decide(subject.id(), Purpose.CHAT, true);
  }

  @AfterEach
  void closeEscalation() {
    open()
        .ifPresent(e -> service
            .bean(EscalationDesk.class)
            .resolve(e.id(), "nurse-ana", "advised", null, Optional.empty()));
  }

  /// Says something in the widget.
  final Turn say(String text) {
    return complete(
        new Inbound.Web(patient, Optional.empty(), conversation, text, Optional.empty(), false));
  }

  /// Says something by the telephone.
  final Turn text(String text) {
    return complete(sms(text, Inbound.Keyword.NONE));
  }

  final Inbound sms(String text, Inbound.Keyword keyword) {
    return new Inbound.Sms(
        "demo",
        Ids.next(),
        phone,
        "+12025550100",
        text,
        service.bean(RealClock.class).instant(),
        keyword);
  }

  final Turn complete(Inbound inbound) {
    Corridor corridor = service.bean(Corridor.class);
    Accepted.Stored stored = (Accepted.Stored) corridor.accept(inbound);
    return corridor.complete(stored.messageId()).orElseThrow();
  }

  /// The time to answer what was asked runs out.
  final TaskHandler.Next expire(Turn asked) {
    return task(Duration.ofMinutes(31)).run(asked.messageId());
  }

  /// What looks after unanswered questions, as late as that.
  final UnansweredTask task(Duration later) {
    MovableClock clock = new MovableClock();
    clock.set(service.bean(RealClock.class).instant().plus(later));
    return new UnansweredTask(
        service.bean(SymptomQuestions.class),
        service.bean(Messages.class),
        service.bean(Subjects.class),
        service.bean(LateMeaning.class),
        service.bean(Completion.class),
        service.bean(Escalations.class),
        service.bean(Transactions.class),
        new RealClock(clock));
  }

  final Message message(String id) {
    return service.bean(Messages.class).find(id).orElseThrow();
  }

  final String lastReply() {
    return service.bean(Messages.class).after(conversation, 0, 100).getLast().text();
  }

  final Optional<Escalation> open() {
    return service.bean(Escalations.class).open(subject.id());
  }
}
