package org.healthassistant.assistant.escalation.watchdog;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.stereotype.Component;

/// Keeps the watchdog's findings out of `/actuator/health` as a whole: a load balancer that asks
/// there must not take an instance out of rotation because a text waits. They stand in the group
/// `escalations`.
@Component
final class RootHealth implements HealthEndpointGroupsPostProcessor {

  /// The name of the watchdog's indicator.
  static final String INDICATOR = "escalation";

  @Override
  public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
    Map<String, HealthEndpointGroup> named = new HashMap<>();
    groups.getNames().forEach(name -> {
      HealthEndpointGroup group = groups.get(name);
      if (group != null) {
        named.put(name, group);
      }
    });
    return HealthEndpointGroups.of(new Without(groups.getPrimary()), named);
  }

  /// A group without the watchdog's findings.
  private record Without(HealthEndpointGroup group) implements HealthEndpointGroup {

    @Override
    public boolean isMember(String name) {
      return !name.equals(INDICATOR) && group.isMember(name);
    }

    @Override
    public boolean showComponents(SecurityContext security) {
      return group.showComponents(security);
    }

    @Override
    public boolean showDetails(SecurityContext security) {
      return group.showDetails(security);
    }

    @Override
    public StatusAggregator getStatusAggregator() {
      return group.getStatusAggregator();
    }

    @Override
    public HttpCodeStatusMapper getHttpCodeStatusMapper() {
      return group.getHttpCodeStatusMapper();
    }

    @Override
    public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
      return group.getAdditionalPath();
    }
  }
}
