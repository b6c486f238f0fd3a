package org.healthassistant.assistant.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Production code takes its time, zone and language from what is handed in, so that tests can
/// move them. [System#nanoTime] is free: it measures how long something took and tells no time.
class TimeTest {

  private static final Set<String> READERS = Set.of(
      "Instant.now",
      "LocalDate.now",
      "LocalTime.now",
      "LocalDateTime.now",
      "ZonedDateTime.now",
      "OffsetDateTime.now",
      "OffsetTime.now",
      "Year.now",
      "YearMonth.now",
      "MonthDay.now",
      "System.currentTimeMillis",
      "new Date",
      "Calendar.getInstance",
      "Clock.system",
      "Clock.systemUTC",
      "Clock.systemDefaultZone",
      "Clock.tick",
      "Clock.tickMillis",
      "Clock.tickSeconds",
      "Clock.tickMinutes",
      "InstantSource.system",
      "ZoneId.systemDefault",
      "TimeZone.getDefault",
      "Locale.getDefault");

  /// The places where time enters, each with its reason.
  private static final Map<String, String> SOURCES = Map.of(
      "assistant.store.RealClock",
      "it is the clock of real time",
      "assistant.escalation.EscalationCheck",
      "it checks settings before a clock is made, and knows the same default of the zone",
      "assistant.store.StoreSettings",
      "the default of `assistant.time-zone` is the machine's",
      "knowledge.cli.Main",
      "a command line begins here",
      "evaluation.cli.LoadCommand",
      "a command line begins here",
      "evaluation.cli.TrainCommand",
      "a command line begins here",
      "evaluation.cli.ReportCommand",
      "a command line begins here");

  @Test
  void timeZoneAndLanguageAreHandedIn() {
    NotYet.check("time, zone and language", readers(SourceTree.production()), SOURCES.keySet());
  }

  @Test
  void findsPlantedReaders() {
    SourceFile file = SourceTree.planted("Late.java", """
        package org.healthassistant.p;
        import static java.time.Instant.now;
        class Late {
          Object a = java.time.LocalTime.now();
          Object b = new Date();
          java.util.function.Supplier<Object> c = Clock::systemUTC;
          long d = System.currentTimeMillis() + System.nanoTime();
          Object e = LocalDate.now(clock);
        }
        """);
    assertThat(readers(List.of(file)))
        .containsExactly(Map.entry(
            "p.Late",
            "[Clock.systemUTC, Instant.now, LocalTime.now, System.currentTimeMillis, new Date]"));
  }

  private static Map<String, String> readers(List<SourceFile> files) {
    Map<String, String> found = new TreeMap<>();
    for (SourceFile file : files) {
      Set<String> read = new TreeSet<>();
      new Reads(read).scan(file.tree(), null);
      if (!read.isEmpty()) {
        String name = file.packageName() + "." + file.simpleName();
        found.put(name.replace("org.healthassistant.", ""), read.toString());
      }
    }
    return found;
  }

  /// Collects what a file reads; a call to which a clock is handed in counts as none.
  private static final class Reads extends TreeScanner<Void, Void> {

    private final Set<String> found;

    Reads(Set<String> found) {
      this.found = found;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
      boolean now = call.getMethodSelect().toString().endsWith(".now");
      if (now && !call.getArguments().isEmpty()) {
        return scan(call.getArguments(), unused);
      }
      return super.visitMethodInvocation(call, unused);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree select, Void unused) {
      look(select.getExpression(), select.getIdentifier().toString());
      return super.visitMemberSelect(select, unused);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Void unused) {
      look(reference.getQualifierExpression(), reference.getName().toString());
      return super.visitMemberReference(reference, unused);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void unused) {
      String type = made.getIdentifier().toString();
      if (made.getArguments().isEmpty() && (type.equals("Date") || type.equals("java.util.Date"))) {
        found.add("new Date");
      }
      return super.visitNewClass(made, unused);
    }

    @Override
    public Void visitImport(ImportTree imported, Void unused) {
      return imported.isStatic() ? super.visitImport(imported, unused) : null;
    }

    private void look(Tree of, String member) {
      String type = of.toString();
      String name = type.substring(type.lastIndexOf('.') + 1) + "." + member;
      if (READERS.contains(name)) {
        found.add(name);
      }
    }
  }
}
