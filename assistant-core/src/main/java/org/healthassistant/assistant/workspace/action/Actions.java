package org.healthassistant.assistant.workspace.action;

import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.escalation.desk.ActionResult;
import org.healthassistant.assistant.escalation.desk.EscalationDesk;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.Refusal;
import org.healthassistant.assistant.team.CareTeam;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Does what a provider asks for, for pages and interface alike.
@Component
public class Actions {

  private final EscalationDesk desk;
  private final CareTeam team;

  Actions(EscalationDesk desk, CareTeam team) {
    this.desk = desk;
    this.team = team;
  }

  /// @throws Refusal if it is assigned to nobody of the team, or the caller may not do it
  public ActionResult perform(String id, Caller by, Action action) {
    return perform(id, by, action, null);
  }

  /// As above, once for each key, where the action can be repeated by mistake.
  ///
  /// @param key the client's own key of the action; null: a repeat is not recognised
  public ActionResult perform(String id, Caller by, Action action, @Nullable String key) {
    Clinicians.check(by, action);
    String provider = by.id();
    if (action instanceof Action.Reply && !desk.mayBeWritten(id)) {
      throw new Refusal(
          ProblemCode.CONTACT_UNSAFE,
          "the patient said that texts are not safe; a clinician lifts that by 'contact-safe'");
    }
    return switch (action) {
      case Action.Acknowledge acknowledge -> desk.acknowledge(id, provider);
      case Action.TakeOver takeOver -> desk.takeOver(id, provider);
      case Action.HandBack handBack -> desk.handBack(id, provider);
      case Action.Assign assign -> desk.assign(id, provider, member(assign.to(), by));
      case Action.ContactSafe safe -> desk.contactSafe(id, provider);
      case Action.Reply reply -> desk.reply(id, provider, reply.text().strip(), key);
      case Action.Note note -> desk.note(id, provider, note.text().strip(), key);
      case Action.Contact contact ->
        desk.contact(id, provider, contact.how(), contact.reached(), key);
      case Action.SetLevel level ->
        desk.level(id, provider, level.to(), level.reason().strip());
      case Action.Resolve resolve ->
        desk.resolve(id, provider, resolve.outcome(), resolve.alertRight(), resolve.noteText());
    };
  }

  private String member(String to, Caller by) {
    if (!to.equals(by.id()) && team.member(to).isEmpty()) {
      throw new Refusal(
          ProblemCode.UNKNOWN_MEMBER_OF_TEAM, "'to' is not the id of a member of the team");
    }
    return to;
  }
}
