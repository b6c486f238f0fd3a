package org.healthassistant.assistant.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.healthassistant.assistant.TestDatabase;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A few rooms of the service with their real beans, on a real database, at a time that the test
/// moves. Scheduled work stands still until the test runs it.
///
/// ```java
/// try (TestRooms rooms = TestRooms.with("store", "patient", "delivery")
///     .setting("assistant.sms.provider", "none")
///     .on(TestDatabase.H2)) {
///   rooms.bean(Outbox.class)…
/// }
/// ```
///
/// A start costs a second or two. Tests that leave each other alone, since each makes its own
/// subjects, share one start through [Builder#sharedOn].
public final class TestRooms implements AutoCloseable {

  private static final Map<String, TestRooms> SHARED = new ConcurrentHashMap<>();

  private final ConfigurableApplicationContext context;

  private TestRooms(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Rooms to be started: all that the named ones import must be named too.
  ///
  /// @param rooms direct sub-packages of the service
  public static Builder with(String... rooms) {
    return new Builder(List.of(rooms));
  }

  /// A bean of the rooms.
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /// All beans of a type; empty when there are none.
  public <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  /// What time it is.
  public Instant now() {
    return bean(MovableClock.class).instant();
  }

  /// Moves the clock on.
  public void pass(Duration time) {
    bean(MovableClock.class).pass(time);
  }

  /// Sets the clock.
  public void at(Instant instant) {
    bean(MovableClock.class).set(instant);
  }

  /// Publishes something to all rooms.
  public void publish(Object event) {
    context.publishEvent(event);
  }

  /// What the rooms published of that type since they were started or it was last forgotten, in
  /// order.
  public <T> List<T> published(Class<T> type) {
    return bean(EventLog.class).of(type);
  }

  /// Forgets what was published so far.
  public void forgetPublished() {
    bean(EventLog.class).forget();
  }

  /// Empties every table, forgets what was published and sets the clock back to its start. Not
  /// for shared rooms, whose other tests may still need theirs.
  public void reset() {
    Tables.empty(bean(JdbcClient.class));
    forgetPublished();
    at(MovableClock.START);
  }

  @Override
  public void close() {
    context.close();
  }

  /// Which rooms, with which settings and further beans.
  public static final class Builder {

    private final List<String> rooms;
    private final Map<String, String> settings = new HashMap<>();
    private final List<Class<?>> further = new ArrayList<>();
    private final List<ApplicationContextInitializer<GenericApplicationContext>> beans =
        new ArrayList<>();

    private Builder(List<String> rooms) {
      this.rooms = rooms;
    }

    /// A setting that goes before the usual ones.
    public Builder setting(String name, String value) {
      settings.put(name, value);
      return this;
    }

    /// Settings that go before the usual ones.
    public Builder settings(Map<String, String> more) {
      settings.putAll(more);
      return this;
    }

    /// A bean of a room that is not started, or one that goes before a room's own.
    public <T> Builder bean(Class<T> type, Supplier<T> made) {
      beans.add(
          context -> context.registerBean(type, made, definition -> definition.setPrimary(true)));
      return this;
    }

    /// Further classes that declare beans.
    public Builder also(Class<?>... more) {
      further.addAll(List.of(more));
      return this;
    }

    /// Starts the rooms on a database of their own. The caller closes them.
    public TestRooms on(TestDatabase database) {
      SpringApplicationBuilder application = new SpringApplicationBuilder(Foundation.class)
          .sources(further.toArray(Class<?>[]::new))
          .initializers(new RoomScan(rooms))
          .web(WebApplicationType.NONE)
          .bannerMode(Banner.Mode.OFF);
      beans.forEach(application::initializers);
      return new TestRooms(application.run(arguments(database)));
    }

    /// The same rooms for all tests of this process that ask for these rooms, settings and
    /// further classes. Never closed; each test makes what it needs and counts nothing that
    /// is not its own.
    public TestRooms sharedOn(TestDatabase database) {
      if (!beans.isEmpty()) {
        throw new IllegalStateException("rooms with a bean of the test's own cannot be shared");
      }
      String key = database + " " + rooms + " " + new TreeMap<>(settings) + " " + further;
      return SHARED.computeIfAbsent(key, unseen -> on(database));
    }

    private String[] arguments(TestDatabase database) {
      Map<String, Object> all = new HashMap<>(database.fresh());
      all.put("spring.datasource.hikari.connection-timeout", "10000");
      all.put("spring.datasource.hikari.maximum-pool-size", "8");
      all.put("assistant.crypto.master-key", TestKeys.MASTER);
      all.put("assistant.clock", MovableClock.START.toString());
      all.put("assistant.time-zone", "UTC");
      all.put("assistant.sms.provider", "none");
      all.put("assistant.data-directory", temporaryDirectory().toString());
      all.put("logging.level.root", "WARN");
      all.putAll(settings);
      return all.entrySet().stream()
          .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
          .toArray(String[]::new);
    }

    private static Path temporaryDirectory() {
      try {
        Path directory = Files.createTempDirectory("rooms");
        directory.toFile().deleteOnExit();
        return directory;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
