package org.healthassistant.assistant.store;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How long to wait before a failed attempt is made again: one step after another, then the last
/// step for good. There is no random part: what is retried here comes from one scheduler, whose
/// workers are few, so attempts do not arrive in herds.
///
/// @param steps the waits, each at least as long as the one before it; at least one
/// @param longest no wait is longer, whatever the other side asks for; at least the last step
public record Backoff(List<Duration> steps, Duration longest) {

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if there is no step, or a step is shorter than the one
  ///     before it or longer than `longest`
  public Backoff {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a backoff needs at least one step");
    }
    Duration before = Duration.ZERO;
    for (Duration step : steps) {
      if (step.compareTo(before) < 0 || step.compareTo(longest) > 0) {
        throw new IllegalArgumentException(
            "steps must not become shorter nor exceed " + longest + ", got " + steps);
      }
      before = step;
    }
  }

  /// A backoff whose last step is its longest wait.
  public static Backoff of(Duration... steps) {
    List<Duration> all = List.of(steps);
    return new Backoff(all, all.isEmpty() ? Duration.ZERO : all.getLast());
  }

  /// The wait after the first `failures` attempts failed.
  ///
  /// @param failures below 1 counts as 1; above the number of steps as that number
  public Duration next(int failures) {
    return steps.get(Math.clamp(failures - 1, 0, steps.size() - 1));
  }

  /// As [#next(int)], or the time that the other side asked for where that is longer, but never
  /// more than `longest`.
  ///
  /// @param asked what the other side said, as in `Retry-After`; null: nothing
  public Duration next(int failures, @Nullable Duration asked) {
    Duration step = next(failures);
    Duration wait = Objects.requireNonNullElse(asked, step);
    if (wait.compareTo(step) < 0) {
      return step;
    }
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  /// Whether every step was waited for: so many attempts failed that there is no further step.
  public boolean isExhausted(int failures) {
    return failures > steps.size();
  }
}
