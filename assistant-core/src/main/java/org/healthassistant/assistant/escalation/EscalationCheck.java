package org.healthassistant.assistant.escalation;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.healthassistant.assistant.delivery.gateway.SmsProvider;
import org.healthassistant.assistant.escalation.policy.PolicyReading;
import org.healthassistant.assistant.settings.DemoMode;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.assistant.team.TeamReading;
import org.springframework.core.env.Environment;

/// Finds what is wrong with the settings of team, schedule and policy, before anything starts.
///
/// In production (with an identity issuer) a service that could page nobody does not start:
/// people, their shifts and a channel that reaches them are needed, and no hour may be without
/// anybody on duty. In demo mode a gap is a warning.
public final class EscalationCheck {

  private EscalationCheck() {}

  /// The faults, each with the setting and what to do; empty: all is well.
  public static List<String> faults(Environment environment) {
    List<String> faults = new ArrayList<>();
    TeamReading team = TeamReading.of(environment, zone(environment));
    faults.addAll(team.faults());
    faults.addAll(PolicyReading.of(environment, team.team()).faults());
    if (!DemoMode.in(environment).on() && team.faults().isEmpty()) {
      production(environment, team, faults);
    }
    return List.copyOf(faults);
  }

  private static void production(Environment environment, TeamReading team, List<String> faults) {
    if (!team.peopleGiven()) {
      faults.add("'assistant.escalation.team.people' is needed outside of demo mode: without people"
          + " nobody is paged");
      return;
    }
    if (!team.shiftsGiven()) {
      faults.add("'assistant.escalation.team.shifts' is needed outside of demo mode: it says who is"
          + " on duty when");
    }
    team.gaps()
        .forEach(gap -> faults.add(
            gap + " has nobody on duty; add a shift to" + " 'assistant.escalation.team.shifts'"));
    List<String> unreached = team.team().roster().shifts().stream()
        .flatMap(shift -> shift.people().stream())
        .distinct()
        .flatMap(id -> team.team().member(id).stream())
        .filter(person -> !isReached(environment, person))
        .map(Member::id)
        .toList();
    if (!unreached.isEmpty()) {
      faults.add("no channel reaches " + String.join(", ", unreached) + ", who are on duty; set"
          + " 'assistant.escalation.webhook.url',"
          + " or give them an email"
          + " (with spring.mail.host)"
          + " or a phone (with"
          + " 'assistant.sms.provider')");
    }
  }

  private static boolean isReached(Environment environment, Member person) {
    boolean webhook = isSet(environment, "assistant.escalation.webhook.url");
    boolean mail = isSet(environment, "spring.mail.host") && person.email().isPresent();
    return webhook || mail || (person.phone().isPresent() && isTexting(environment));
  }

  private static boolean isTexting(Environment environment) {
    try {
      return SmsProvider.configured(environment).reachesPhones();
    } catch (IllegalArgumentException e) {
      return false; // Reported with the setting itself.
    }
  }

  private static boolean isSet(Environment environment, String key) {
    return !environment.getProperty(key, "").isBlank();
  }

  private static ZoneId zone(Environment environment) {
    try {
      String zone = environment.getProperty("assistant.time-zone", "");
      return zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone.strip());
    } catch (DateTimeException e) {
      return ZoneId.systemDefault(); // Reported with the setting itself.
    }
  }
}
