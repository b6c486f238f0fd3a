package org.healthassistant.assistant.escalation.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.escalation.RoundId;
import org.healthassistant.assistant.escalation.paging.Page;
import org.healthassistant.assistant.escalation.paging.PageRows;
import org.healthassistant.assistant.escalation.policy.Progress;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Component;

/// Puts into words what a patient is told of an escalation: who was alerted, by when they are
/// asked to answer, what to do if it gets worse. Never more than is recorded.
@Component
class NoticeText {

  private final PageRows pages;
  private final CareTeam team;
  private final FixedWording safety;
  private final NoticeWording words;

  NoticeText(PageRows pages, CareTeam team, FixedWording safety, PatientWords words) {
    this.pages = pages;
    this.team = team;
    this.safety = safety;
    this.words = new NoticeWording(words);
  }

  /// What is to be said now; empty: nothing, since pages are on their way, or a routine matter
  /// waits in business hours, or there is no way to alert anybody and somebody on duty looks at
  /// the inbox.
  Optional<String> compose(Escalation escalation, Language language, Instant now) {
    Optional<List<String>> said = switch (escalation.level()) {
      case EMERGENCY, SAME_DAY -> alerted(escalation, language, now);
      case ROUTINE -> away(escalation, language, now);
      case SELF_CARE -> Optional.empty();
    };
    return said.map(
        sentences -> Stream.concat(sentences.stream(), Stream.of(worse(escalation, language)))
            .reduce((one, other) -> one + " " + other)
            .orElseThrow());
  }

  private Optional<List<String>> alerted(Escalation escalation, Language language, Instant now) {
    List<Page> accepted = pages.accepted(RoundId.of(escalation));
    if (accepted.isEmpty()) {
      return unreached(escalation, language, now);
    }
    List<String> who =
        accepted.stream().map(page -> who(page, language)).distinct().toList();
    String alert = words.say("alerted", language, "who", words.list(who, language));
    boolean gap = team.onDuty(now).isEmpty()
        && accepted.stream().noneMatch(page -> wasOnDuty(page.recipient(), page.createdAt()));
    if (!gap) {
      return Optional.of(List.of(alert, answer(escalation, language, now)));
    }
    return Optional.of(
        Stream.concat(Stream.of(words.say("nobody", language), alert), dutyBegins(language, now))
            .toList());
  }

  private Stream<String> dutyBegins(Language language, Instant now) {
    return team.dutyBegins(now).stream()
        .map(at -> words.say("duty-begins", language, "time", time(at, language, now)));
  }

  /// Nobody was alerted so far.
  private Optional<List<String>> unreached(Escalation escalation, Language language, Instant now) {
    Optional<Progress.Step> step = pages.lastStep(RoundId.of(escalation));
    if (step.isPresent() && !step.get().faltered()) {
      return Optional.empty();
    }
    List<String> said = Stream.concat(
            step.stream().map(tried -> words.say("not-alerted", language)),
            team.onDuty(now).isEmpty()
                ? Stream.concat(Stream.of(words.say("nobody", language)), dutyBegins(language, now))
                : Stream.of())
        .toList();
    return Optional.of(said).filter(sentences -> !sentences.isEmpty());
  }

  /// Whether a person was alerted in this round, as far as is recorded.
  boolean tellsOfAnAlert(Escalation escalation) {
    return !pages.accepted(RoundId.of(escalation)).isEmpty();
  }

  private Optional<List<String>> away(Escalation escalation, Language language, Instant now) {
    Optional<Instant> back = team.businessBegins(now);
    if (team.inBusinessHours(now) || back.isEmpty()) {
      return Optional.empty();
    }
    String away = words.say("away", language, "time", time(back.get(), language, now));
    return Optional.of(
        escalation.replyBy().isAfter(back.get())
            ? List.of(away, answer(escalation, language, now))
            : List.of(away));
  }

  private String answer(Escalation escalation, Language language, Instant now) {
    return escalation.replyBy().isAfter(now)
        ? words.say("answer-by", language, "time", time(escalation.replyBy(), language, now))
        : words.say("answer-unknown", language);
  }

  private String worse(Escalation escalation, Language language) {
    return safety.worse(escalation.level(), escalation.categories(), language).text();
  }

  private String who(Page page, Language language) {
    String role = team.member(page.recipient()).map(m -> m.role().code()).orElse("admin");
    String duty = wasOnDuty(page.recipient(), page.createdAt()) ? ".on-duty" : "";
    return words.say("who." + role + duty, language);
  }

  private boolean wasOnDuty(String person, Instant at) {
    return team.onDuty(at).stream().map(Member::id).anyMatch(person::equals);
  }

  private String time(Instant at, Language language, Instant now) {
    return words.time(at, now, team.roster().zone(), language);
  }
}
