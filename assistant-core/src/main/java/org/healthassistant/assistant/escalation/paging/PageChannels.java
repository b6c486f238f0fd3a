package org.healthassistant.assistant.escalation.paging;

import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.escalation.policy.ContactChannels;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Member;

/// The channels that are configured, and who is paged by which.
record PageChannels(List<PageChannel> channels, CareTeam team) implements ContactChannels {

  PageChannels {
    channels = List.copyOf(channels);
  }

  @Override
  public List<String> channelsOf(Member person) {
    return channels.stream()
        .filter(channel -> channel.reaches(person))
        .map(PageChannel::name)
        .toList();
  }

  /// The channel and the person of a page; empty when the configuration has one of them no
  /// more.
  Optional<Target> findTarget(Page page) {
    Optional<Member> person = team.member(page.recipient());
    return channels.stream()
        .filter(channel -> channel.name().equals(page.channel()))
        .findFirst()
        .flatMap(channel -> person.filter(channel::reaches).map(p -> new Target(p, channel)));
  }

  /// A person and a way to reach them.
  record Target(Member person, PageChannel channel) {}
}
