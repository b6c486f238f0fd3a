package org.healthassistant.assistant.turn.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.record.measured.ToldReadings;
import org.healthassistant.assistant.record.spoken.ToldAnswer;
import org.healthassistant.assistant.record.spoken.ToldOffer;
import org.healthassistant.assistant.record.spoken.ToldOffer.State;
import org.healthassistant.assistant.record.spoken.ToldOffers;
import org.healthassistant.assistant.record.spoken.ToldReading;
import org.healthassistant.assistant.record.spoken.ToldReadingReader;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// Says a reading that a patient told back and asks whether to keep it, hears the answer, and
/// keeps it or takes it out again.
///
/// The question is a sentence of the reply; it waits from the moment in which a reply that has it
/// is stored, in the same transaction. So nothing is ever kept that was not said back. The next
/// message of the conversation answers it or ends it.
@Component
public class ReadingOffers {

  private static final Duration HEARD_WITHIN = Duration.ofHours(24);

  private final ToldOffers offers;
  private final ToldReadings readings;
  private final MayKeep mayKeep;
  private final PatientWords words;
  private final ClinicalClock clinical;
  private final RealClock clock;
  private final Audit audit;

  /// Of these, only the words and the clocks are used for messages that tell no reading.
  public ReadingOffers(
      ToldOffers offers,
      ToldReadings readings,
      MayKeep mayKeep,
      PatientWords words,
      ClinicalClock clinical,
      RealClock clock,
      Audit audit) {
    this.offers = offers;
    this.readings = readings;
    this.mayKeep = mayKeep;
    this.words = words;
    this.clinical = clinical;
    this.clock = clock;
    this.audit = audit;
  }

  /// The readings that a text tells, at times by the clinical clock; empty where none is surely
  /// told.
  public List<ToldReading> told(String text, Instant at) {
    return ToldReadingReader.read(text, clinicalTime(at));
  }

  /// The clinical time of a real one. Both clocks run on alike, so it is the same whenever it is
  /// asked.
  private OffsetDateTime clinicalTime(Instant at) {
    long ahead =
        Math.round(Duration.between(clock.instant(), clinical.instant()).toMillis() / 1000.0);
    return at.plusSeconds(ahead).atZone(clinical.zone()).toOffsetDateTime();
  }

  /// What a reply to a message says of the readings in it: them, and whether to keep them; empty
  /// where there are none that may be kept.
  public List<String> ask(Message message, Language language) {
    List<ToldReading> told = told(message.text(), message.at());
    return told.isEmpty() || !mayKeep.isAllowed(message)
        ? List.of()
        : List.of(
            words.say("turn.told.heard", language, "readings", text(told, language)),
            words.say("turn.told.keep", language));
  }

  /// What can be answered by a press.
  public List<String> choices(Language language) {
    return Stream.of("yes", "no", "change")
        .map(key -> words.say("turn.told." + key, language))
        .toList();
  }

  /// Whether sentences of a reply ask it.
  public boolean isAsked(Collection<String> said, Language language) {
    return said.contains(words.say("turn.told.keep", language));
  }

  /// Keeps that a reply asks it. Does nothing where it does not. In the caller's transaction,
  /// which holds the subject's lock.
  ///
  /// @param said the sentences of the reply
  public void heed(Subject subject, Message message, Collection<String> said, Language language) {
    if (isAsked(said, language)) {
      ToldOffer asked =
          new ToldOffer(message.id(), State.OFFERED, told(message.text(), message.at()));
      offers.keep(subject, message.conversationId(), asked, clock.instant());
    }
  }

  /// How the offer of a conversation stands; empty where none was ever made.
  public Optional<ToldOffer> find(String conversationId) {
    return offers.find(conversationId).map(ToldOffers.Standing::offer);
  }

  /// How the offer stands after a message that is about to be stored; empty: as before.
  public Optional<ToldOffer> hear(
      String conversationId, String messageId, String text, Instant now) {
    return offers
        .find(conversationId)
        .filter(standing -> now.isBefore(standing.at().plus(HEARD_WITHIN)))
        .map(ToldOffers.Standing::offer)
        .flatMap(
            offer -> ToldAnswer.to(offer.state(), text).map(state -> offer.as(state, messageId)));
  }

  /// How the offer stands after a message that answers none, whatever it says: one that waits has
  /// ended; empty: as before.
  public Optional<ToldOffer> lapse(String conversationId, String messageId) {
    return find(conversationId)
        .filter(offer -> offer.state() == State.OFFERED)
        .map(offer -> offer.as(State.LAPSED, messageId));
  }

  /// Does what was answered: keeps the readings, or takes them out again. In the caller's
  /// transaction, which holds the subject's lock, after the message was stored.
  public void follow(Subject subject, String conversationId, ToldOffer next, Instant now) {
    ToldOffer done = switch (next.state()) {
      case KEPT -> {
        // Of those that were known before nothing is said, and UNDO leaves them.
        List<ToldReading> fresh = readings.keep(subject, next.readings());
        yield fresh.isEmpty()
            ? next.as(State.KNOWN, next.messageId())
            : noted(subject, "reading-kept", new ToldOffer(next.messageId(), State.KEPT, fresh));
      }
      case UNDONE -> {
        List<ToldReading> out = readings.takeOut(subject, next.readings());
        ToldOffer taken = new ToldOffer(next.messageId(), State.UNDONE, out);
        yield out.isEmpty() ? taken : noted(subject, "reading-taken-out", taken);
      }
      case OFFERED, KNOWN, DECLINED, CHANGED, LAPSED -> next;
    };
    offers.keep(subject, conversationId, done, now);
  }

  private ToldOffer noted(Subject subject, String what, ToldOffer offer) {
    audit.append(
        Audit.Actor.patient(subject.patientId().orElse(subject.id())),
        what,
        Optional.of(subject.id()),
        new Audit.ObjectRef("message", offer.messageId()),
        String.join(", ", offer.readings().stream().map(one -> one.loinc()).toList()));
    return offer;
  }

  /// Whether a message was an answer to the question, and is replied to as such.
  public static boolean isAnswered(ToldOffer offer) {
    return offer.state() != State.OFFERED && offer.state() != State.LAPSED;
  }

  /// What is said once it was answered.
  public List<String> conclude(ToldOffer offer, Language language) {
    String told = text(offer.readings(), language);
    List<String> said = new ArrayList<>();
    switch (offer.state()) {
      case KEPT -> {
        said.add(words.say("turn.told.kept", language, "readings", told));
        said.add(words.say("turn.told.undo", language));
      }
      case KNOWN -> said.add(words.say("turn.told.known", language));
      case DECLINED -> said.add(words.say("turn.told.declined", language));
      case CHANGED -> said.add(words.say("turn.told.changed", language));
      case UNDONE ->
        said.add(
            offer.readings().isEmpty()
                ? words.say("turn.told.stays", language)
                : words.say("turn.told.undone", language, "readings", told));
      case OFFERED, LAPSED -> {}
    }
    return said;
  }

  private String text(List<ToldReading> told, Language language) {
    return String.join(
        "; ", told.stream().map(one -> one.text(language, clinical.zone())).toList());
  }
}
