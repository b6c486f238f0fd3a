package org.healthassistant.assistant.workspace.frame;

import java.time.Duration;
import java.util.List;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.access.ScreenLock;
import org.healthassistant.assistant.escalation.ReplyWithin;
import org.healthassistant.assistant.settings.Setting;
import org.healthassistant.assistant.settings.SettingsMetadata;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.assistant.team.Team;
import org.healthassistant.assistant.workspace.action.Clinicians;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/// How the workspace is set up, to be read by administrators. Settings are changed where the
/// service is configured, not here.
@Controller
@WorkspacePage
class SettingsPage {

  private final CareTeam team;
  private final ReplyWithin replyWithin;
  private final WorkspaceSettings settings;
  private final ScreenLock lock;
  private final RealClock clock;
  private final WorkspaceTexts texts;
  private final SettingsMetadata metadata;

  SettingsPage(
      CareTeam team,
      ReplyWithin replyWithin,
      WorkspaceSettings settings,
      ScreenLock lock,
      RealClock clock,
      WorkspaceTexts texts,
      SettingsMetadata metadata) {
    this.team = team;
    this.replyWithin = replyWithin;
    this.settings = settings;
    this.lock = lock;
    this.clock = clock;
    this.texts = texts;
    this.metadata = metadata;
  }

  @GetMapping("/workspace/settings")
  String page(Caller caller, Model model) {
    if (!Clinicians.administers(caller)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    List<Member> onDuty = team.onDuty(clock.instant());
    model.addAttribute(
        "people", team.members().stream().map(m -> person(m, onDuty)).toList());
    model.addAttribute(
        "times",
        List.of(
            time("assistant.escalation.reply-within.emergency", replyWithin.emergency()),
            time("assistant.escalation.reply-within.same-day", replyWithin.sameDay()),
            time("assistant.escalation.reply-within.routine", replyWithin.routine()),
            time(
                "assistant.workspace.call-after.emergency", settings.callAfter().emergency()),
            time("assistant.workspace.call-after.other", settings.callAfter().other()),
            time("assistant.workspace.idle-lock", lock.idle())));
    return "workspace/settings";
  }

  private Person person(Member member, List<Member> onDuty) {
    List<String> teams = member.teams().stream()
        .map(id -> team.team(id).map(Team::name).orElse(id))
        .toList();
    return new Person(
        member.name(),
        texts.word("role", member.role().code()),
        String.join(", ", teams),
        onDuty.contains(member));
  }

  private Time time(String key, Duration value) {
    return new Time(
        metadata.find(key).map(Setting::meaning).orElse(key).replace("`", ""),
        texts.span(clock.instant(), clock.instant().plus(value)),
        key);
  }

  /// @param onDuty at this moment
  record Person(String name, String role, String teams, boolean onDuty) {}

  /// @param key where it is set
  record Time(String meaning, String value, String key) {}
}
