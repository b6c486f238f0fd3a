package org.healthassistant.assistant.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A table belongs to one room: no SQL text of another room names it. A column can then be
/// renamed by whoever reads one room.
class TableTest {

  /// Table by table, the room that reads and writes it. (The migrations cannot say it themselves:
  /// Flyway holds them to their checksum.)
  private static final Map<String, String> OWNERS = Map.ofEntries(
      Map.entry("scheduled_tasks", "store"),
      Map.entry("subject", "patient"),
      Map.entry("subject_key", "patient"),
      Map.entry("phone_number", "patient"),
      Map.entry("consent", "patient"),
      Map.entry("caregiver_grant", "patient"),
      Map.entry("audit_event", "audit"),
      Map.entry("page_session", "access"),
      Map.entry("page_session_attributes", "access"),
      Map.entry("record_snapshot", "record"),
      Map.entry("record_reading", "record"),
      Map.entry("record_token", "record"),
      Map.entry("measured_page", "record"),
      Map.entry("told_offer", "record"),
      Map.entry("written_resource", "writeback"),
      Map.entry("conversation", "conversation"),
      Map.entry("message", "conversation"),
      Map.entry("reply", "conversation"),
      Map.entry("feedback", "conversation"),
      Map.entry("symptom_question", "conversation"),
      Map.entry("outbox", "delivery"),
      Map.entry("escalation", "escalation"),
      Map.entry("escalation_event", "escalation"),
      Map.entry("page", "escalation"),
      Map.entry("article_text", "library"),
      Map.entry("cited_article", "library"),
      Map.entry("content_gap", "library"));

  /// What a room may name beyond its own, each with its reason.
  private static final Map<String, String> EXCEPTIONS = Map.of(
      "escalation names outbox", "ADR 0009: the watchdog counts what waits, wherever it waits",
      "escalation names scheduled_tasks", "ADR 0009: the watchdog finds and renews lost tasks",
      "escalation names message",
          "ADR 0009: the watchdog counts messages whose meaning nobody has read",
      "escalation names subject",
          "ADR 0009: the watchdog skips a subject that somebody has locked");

  private static final Pattern NAMED =
      Pattern.compile("(?:\\b(?:from|join|into|update|table)|,)\\s+([a-z_]+)");

  private static final Pattern STATEMENT =
      Pattern.compile("(?s).*\\b(select|insert into|update|delete from|from|join|where)\\b.*");

  private static final Pattern CREATED = Pattern.compile("(?i)create table (\\w+)");

  @Test
  void everySqlTextNamesTheTablesOfItsRoom() {
    NotYet.check("tables of a room", foreign(SourceTree.production()), EXCEPTIONS.keySet());
  }

  @Test
  void everyTableHasARoom() throws IOException {
    assertThat(OWNERS.keySet()).containsExactlyInAnyOrderElementsOf(created());
  }

  @Test
  void everyTableIsNamedByItsRoom() {
    Set<String> named = new TreeSet<>();
    for (SourceFile file : SourceTree.production()) {
      tables(file).stream()
          .filter(table -> file.room().equals(OWNERS.get(table)))
          .forEach(named::add);
    }
    assertThat(named).containsExactlyInAnyOrderElementsOf(OWNERS.keySet());
  }

  @Test
  void findsAPlantedTable() {
    SourceFile file = SourceTree.planted("Late.java", """
        package org.healthassistant.assistant.workspace;
        class Late {
          String sql = \"""
              select e.id
              from escalation e, outbox o
              left join page p on p.escalation_id = e.id
              \""";
          String more = " where exists (select 1 from message)";
          String prose = "read from page 3";
        }
        """);
    assertThat(foreign(List.of(file)).keySet())
        .containsExactly(
            "workspace names escalation",
            "workspace names message",
            "workspace names outbox",
            "workspace names page");
  }

  private static Map<String, String> foreign(List<SourceFile> files) {
    Map<String, String> found = new TreeMap<>();
    for (SourceFile file : files) {
      for (String table : file.room().isEmpty() ? Set.<String>of() : tables(file)) {
        if (!file.room().equals(OWNERS.get(table))) {
          found.merge(file.room() + " names " + table, file.simpleName(), (a, b) -> a + ", " + b);
        }
      }
    }
    return found;
  }

  private static Set<String> tables(SourceFile file) {
    Set<String> found = new TreeSet<>();
    for (String text : texts(file)) {
      Matcher named = NAMED.matcher(text);
      while (STATEMENT.matcher(text).matches() && named.find()) {
        if (OWNERS.containsKey(named.group(1))) {
          found.add(named.group(1));
        }
      }
    }
    return found;
  }

  private static List<String> texts(SourceFile file) {
    List<String> found = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitLiteral(LiteralTree literal, Void unused) {
        if (literal.getValue() instanceof String text) {
          found.add(text.toLowerCase(Locale.ROOT));
        }
        return null;
      }
    }.scan(file.tree(), null);
    return found;
  }

  private static Set<String> created() throws IOException {
    Path folder = SourceTree.root().resolve("assistant-core/src/main/resources/db/migration");
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher made = CREATED.matcher(Files.readString(file));
        while (made.find()) {
          found.add(made.group(1));
        }
      }
    }
    return found;
  }
}
