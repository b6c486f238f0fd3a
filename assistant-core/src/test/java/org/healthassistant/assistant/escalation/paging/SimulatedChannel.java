package org.healthassistant.assistant.escalation.paging;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.healthassistant.assistant.escalation.Escalation;
import org.healthassistant.assistant.team.Member;
import org.healthassistant.connector.notify.NotificationOutcome;

/// A channel that fails at times, in which the process may die before or after the other side
/// took the page.
final class SimulatedChannel implements PageChannel {

  /// The death of the process.
  static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final String name;
  private final Set<String> people;
  private final Random random;
  private final Supplier<java.time.Instant> time;
  private final Consumer<SimulationTrace.Attempt> log;
  private boolean broken;

  SimulatedChannel(
      String name,
      Set<String> people,
      Random random,
      Supplier<java.time.Instant> time,
      Consumer<SimulationTrace.Attempt> log) {
    this.name = name;
    this.people = people;
    this.random = random;
    this.time = time;
    this.log = log;
  }

  void toggle() {
    broken = !broken;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean reaches(Member person) {
    return people.contains(person.id());
  }

  @Override
  public NotificationOutcome send(Page page, Escalation escalation, Member person) {
    int chance = random.nextInt(broken ? 50 : 1000);
    boolean died = chance < 20 && chance % 4 < 2;
    boolean took = chance >= 40 || chance < 20 && chance % 4 == 0;
    log.accept(new SimulationTrace.Attempt(time.get(), escalation.id(), page.key(), took, died));
    if (died) {
      throw new Death();
    }
    if (took) {
      return new NotificationOutcome.Accepted();
    }
    return switch (chance % 4) {
      case 0 -> new NotificationOutcome.Refused("http-400");
      case 1 -> throw new IllegalStateException("a broken channel");
      case 2 ->
        new NotificationOutcome.TryLater("http-429", Duration.ofSeconds(random.nextInt(90)));
      default -> new NotificationOutcome.TryLater("timeout", null);
    };
  }
}
