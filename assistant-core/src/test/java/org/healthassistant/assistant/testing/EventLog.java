package org.healthassistant.assistant.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/// Keeps what the rooms publish, in the order of publishing.
final class EventLog implements ApplicationListener<PayloadApplicationEvent<?>> {

  private final List<Object> seen = new CopyOnWriteArrayList<>();

  @Override
  public void onApplicationEvent(PayloadApplicationEvent<?> event) {
    seen.add(event.getPayload());
  }

  <T> List<T> of(Class<T> type) {
    return seen.stream().filter(type::isInstance).map(type::cast).toList();
  }

  void forget() {
    seen.clear();
  }
}
