package org.healthassistant.assistant.escalation;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.assistant.team.Role;

/// The channels that are configured, and who is paged by which.
record PageChannels(List<PageChannel> channels, CareTeam team) {

  PageChannels {
    channels = List.copyOf(channels);
  }

  /// Who is paged by what: everybody who treats patients; where nobody does, everybody.
  List<Target> targets() {
    List<Member> clinicians =
        team.members().stream().filter(m -> m.role() != Role.ADMIN).toList();
    List<Member> people = clinicians.isEmpty() ? team.members() : clinicians;
    return people.stream()
        .flatMap(person -> channels.stream()
            .filter(channel -> channel.reaches(person))
            .map(channel -> new Target(person, channel)))
        .toList();
  }

  /// The channel and the person of a page; empty when the configuration has one of them no more.
  Optional<Target> of(Page page) {
    Optional<Member> person = team.member(page.recipient());
    return channels.stream()
        .filter(channel -> channel.name().equals(page.channel()))
        .findFirst()
        .flatMap(channel -> person.filter(channel::reaches).map(p -> new Target(p, channel)));
  }

  /// A person and a way to reach them.
  record Target(Member person, PageChannel channel) {}
}
