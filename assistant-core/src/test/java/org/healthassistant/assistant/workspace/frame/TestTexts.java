package org.healthassistant.assistant.workspace.frame;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.assistant.team.Role;
import org.healthassistant.assistant.team.Roster;
import org.healthassistant.assistant.team.Team;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

/// The workspace's real texts and a small care team, at a moment of a clinic in Chicago; for
/// tests of this room's inner rooms that need no service.
public final class TestTexts {

  /// A quarter past eleven in Chicago.
  public static final Instant NOW = Instant.parse("2026-11-24T17:15:00Z");

  /// Ana is of primary care, Ben of behavioral health; Lee administers.
  public static final CareTeam TEAM = new CareTeam(
      List.of(
          member("nurse-ana", "Ana Reyes", Role.NURSE, "primary"),
          member("dr-okafor", "Ben Okafor", Role.PHYSICIAN, "behavioral"),
          member("admin-lee", "Lee Chan", Role.ADMIN, "primary")),
      List.of(
          new Team("primary", "Primary care", List.of()),
          new Team("behavioral", "Behavioral health", List.of("suicide-active", "self-harm"))),
      new Roster(List.of(), Set.of(), List.of(), ZoneId.of("America/Chicago")));

  private TestTexts() {}

  /// The texts as of [#NOW].
  public static WorkspaceTexts english() {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasenames(basenames());
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    InstantSource fixed = InstantSource.fixed(NOW);
    return new WorkspaceTexts(
        source,
        TEAM,
        new RealClock(fixed),
        new ClinicalClock(fixed, null, ZoneId.of("America/Chicago")));
  }

  private static String[] basenames() {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yaml"));
    Properties settings = Objects.requireNonNull(yaml.getObject());
    return Objects.requireNonNull(settings.getProperty("spring.messages.basename"))
        .split(",");
  }

  private static Member member(String id, String name, Role role, String team) {
    return new Member(id, name, role, Optional.empty(), Optional.empty(), List.of(team));
  }
}
