package org.healthassistant.knowledge.embed;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A thing made once, at first use, by whichever thread comes first.
final class Lazy<T> {
  private final Supplier<T> maker;
  private volatile @Nullable T made;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    @Nullable T present = made;
    return present == null ? make() : present;
  }

  private synchronized T make() {
    @Nullable T present = made;
    if (present == null) {
      present = maker.get();
      made = present;
    }
    return present;
  }

  void ifMade(Consumer<T> action) {
    @Nullable T present = made;
    if (present != null) {
      action.accept(present);
    }
  }
}
