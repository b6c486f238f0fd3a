package org.healthassistant.assistant.team;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// @param people the care team; absent or empty: the demo team
@ConfigurationProperties("assistant.escalation.team")
record TeamSettings(@Nullable List<Person> people) {

  List<Member> membersOrDemo() {
    if (people == null || people.isEmpty()) {
      return List.of(
          new Member("nurse-ana", "Ana Reyes, RN", Role.NURSE, Optional.empty(), Optional.empty()),
          new Member(
              "dr-okafor", "Dr. Ben Okafor", Role.PHYSICIAN, Optional.empty(), Optional.empty()),
          new Member("admin-lee", "Sam Lee", Role.ADMIN, Optional.empty(), Optional.empty()));
    }
    return people.stream().map(Person::member).toList();
  }

  /// @param role `nurse`, `physician` or `admin`
  record Person(
      String id,
      String name,
      Role role,
      @Nullable String email,
      @Nullable String phone) {
    Member member() {
      return new Member(id, name, role, Optional.ofNullable(email), Optional.ofNullable(phone));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(TeamSettings.class)
  static class Enabled {}
}
