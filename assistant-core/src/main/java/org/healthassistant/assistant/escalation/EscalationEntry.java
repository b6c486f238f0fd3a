package org.healthassistant.assistant.escalation;

import org.healthassistant.assistant.safety.Level;
import org.jspecify.annotations.Nullable;

/// What is to be written into the history of an escalation.
///
/// @param actor a provider's id, `patient` or `system`
/// @param from the level before; null: the entry is not about the level
/// @param to the level after
/// @param messageId the message it is about; null: none
/// @param detail codes for people to read; nothing is decided by them
/// @param text a note or a reason, sealed where it is stored; null: none
/// @param round the round that an entry belongs to which is written once a round; null: any
/// @param pageKey the page it is about; null: none
/// @param reached of a contact, whether the patient was reached; of what the patient was told,
///     whether somebody was alerted; null: it says neither
/// @param actionKey the client's own key of the action, the same of which is done once; null:
///     none
public record EscalationEntry(
    EventKind kind,
    String actor,
    @Nullable Level from,
    @Nullable Level to,
    @Nullable String messageId,
    String detail,
    @Nullable String text,
    @Nullable Integer round,
    @Nullable String pageKey,
    @Nullable Boolean reached,
    @Nullable String actionKey) {

  /// An entry about something that the service did by itself.
  public static EscalationEntry bySystem(EventKind kind) {
    return by("system", kind);
  }

  /// An entry about something that a person did.
  ///
  /// @param actor a provider's id, or `patient`
  public static EscalationEntry by(String actor, EventKind kind) {
    return new EscalationEntry(kind, actor, null, null, null, "", null, null, null, null, null);
  }

  /// The same with the level before, null where there was none, and after.
  public EscalationEntry levels(@Nullable Level before, Level after) {
    return new EscalationEntry(
        kind, actor, before, after, messageId, detail, text, round, pageKey, reached, actionKey);
  }

  /// The same about a message.
  public EscalationEntry message(@Nullable String id) {
    return new EscalationEntry(
        kind, actor, from, to, id, detail, text, round, pageKey, reached, actionKey);
  }

  /// The same with codes for people to read.
  public EscalationEntry detail(String codes) {
    return new EscalationEntry(
        kind, actor, from, to, messageId, codes, text, round, pageKey, reached, actionKey);
  }

  /// The same with a note or a reason.
  public EscalationEntry text(@Nullable String words) {
    return new EscalationEntry(
        kind, actor, from, to, messageId, detail, words, round, pageKey, reached, actionKey);
  }

  /// The same as an entry of a round.
  public EscalationEntry round(int number) {
    return new EscalationEntry(
        kind, actor, from, to, messageId, detail, text, number, pageKey, reached, actionKey);
  }

  /// The same about a page.
  public EscalationEntry page(String key) {
    return new EscalationEntry(
        kind, actor, from, to, messageId, detail, text, round, key, reached, actionKey);
  }

  /// The same with whether anybody was reached.
  public EscalationEntry reached(@Nullable Boolean somebody) {
    return new EscalationEntry(
        kind, actor, from, to, messageId, detail, text, round, pageKey, somebody, actionKey);
  }

  /// The same as what an action of that key has done, which is done once.
  public EscalationEntry action(@Nullable String key) {
    return new EscalationEntry(
        kind, actor, from, to, messageId, detail, text, round, pageKey, reached, key);
  }

  @Override
  public String toString() {
    return "EscalationEntry[" + kind + ", " + actor + "]";
  }
}
