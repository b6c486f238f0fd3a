package org.healthassistant.assistant.record.measured;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.healthassistant.assistant.patient.AssociatedData;
import org.healthassistant.assistant.patient.KeyDestroyedException;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.connector.wearable.Measured;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of what was measured: one sealed page for each subject, thing measured and month of
/// UTC.
///
/// A page that cannot be opened is never written over, because a backup of it may be whole: what
/// is new of its month goes to a page beside it (`2026-11.2`), and all of a month is read as one.
@Component
class MeasuredPages {

  private static final String TABLE = "measured_page";
  private static final YearMonth FIRST = YearMonth.of(1, 1);
  private static final YearMonth LAST = YearMonth.of(9999, 12);

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final RealClock clock;

  MeasuredPages(JdbcClient jdbc, Sealing sealing, RealClock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// Keeps those rows that are not kept yet, in the caller's transaction, which holds the
  /// subject's lock.
  ///
  /// @return those that are new
  List<Row> add(Subject subject, Measured measured, Collection<Row> rows) {
    Map<YearMonth, List<Row>> byMonth = new TreeMap<>();
    rows.forEach(
        row -> byMonth.computeIfAbsent(month(row), month -> new ArrayList<>()).add(row));
    List<Row> added = new ArrayList<>();
    byMonth.forEach((month, some) -> {
      Map<List<?>, Row> known = new LinkedHashMap<>();
      since(subject.id(), measured, month, month)
          .forEach(row -> known.put(row.identity(measured), row));
      List<Row> fresh = some.stream()
          .filter(row -> known.putIfAbsent(row.identity(measured), row) == null)
          .toList();
      if (!fresh.isEmpty()) {
        String name = writable(subject.id(), measured, month);
        List<Row> page = new ArrayList<>(page(subject.id(), measured, name));
        page.addAll(fresh);
        keep(subject, measured, name, page);
        added.addAll(fresh);
      }
    });
    return added;
  }

  /// Takes rows out again, in the caller's transaction, which holds the subject's lock.
  ///
  /// @return how many of them were there
  int take(Subject subject, Measured measured, Collection<Row> rows) {
    int taken = 0;
    for (Row row : rows) {
      for (String name : names(subject.id(), measured, month(row), month(row))) {
        List<Row> page = page(subject.id(), measured, name);
        List<Row> left = page.stream().filter(kept -> !kept.equals(row)).toList();
        if (left.size() < page.size()) {
          taken += page.size() - left.size();
          keep(subject, measured, name, left);
        }
      }
    }
    return taken;
  }

  /// The rows of a thing measured since a month, oldest first.
  List<Row> since(String subjectId, Measured measured, YearMonth month) {
    return since(subjectId, measured, month, LAST);
  }

  private List<Row> since(String subjectId, Measured measured, YearMonth first, YearMonth last) {
    return names(subjectId, measured, first, last).stream()
        .flatMap(name -> page(subjectId, measured, name).stream())
        .sorted(Comparator.comparingLong(Row::start))
        .toList();
  }

  /// All rows of a thing measured, oldest first.
  List<Row> all(String subjectId, Measured measured) {
    return since(subjectId, measured, FIRST);
  }

  /// The last month of each thing measured that has rows.
  Map<Measured, YearMonth> lastMonths(String subjectId) {
    Map<Measured, YearMonth> last = new TreeMap<>();
    jdbc.sql("select measured, max(page_month) as last from measured_page"
            + " where subject_id = :s group by measured")
        .param("s", subjectId)
        .query((row, n) ->
            Map.entry(Measured.valueOf(row.getString("measured")), monthOf(row.getString("last"))))
        .list()
        .forEach(one -> last.put(one.getKey(), one.getValue()));
    return last;
  }

  /// All pages opened, each with its name, for an export.
  Map<String, String> export(String subjectId) {
    Map<String, String> all = new TreeMap<>();
    for (Measured measured : Measured.values()) {
      names(subjectId, measured, FIRST, LAST)
          .forEach(name -> open(subjectId, measured, name)
              .ifPresent(
                  text -> all.put("measurements/" + measured.loinc() + "-" + name + ".txt", text)));
    }
    return all;
  }

  /// Removes everything of a subject, in the caller's transaction.
  void remove(String subjectId) {
    jdbc.sql("delete from measured_page where subject_id = :s")
        .param("s", subjectId)
        .update();
  }

  /// The names of the pages of some months, oldest first.
  private List<String> names(String subjectId, Measured measured, YearMonth first, YearMonth last) {
    return jdbc
        .sql("select page_month from measured_page"
            + " where subject_id = :s and measured = :m order by page_month")
        .param("s", subjectId)
        .param("m", measured.name())
        .query((row, n) -> row.getString("page_month"))
        .list()
        .stream()
        .filter(name -> !monthOf(name).isBefore(first) && !monthOf(name).isAfter(last))
        .toList();
  }

  /// The page of a month that can be opened, or the first beside those that cannot.
  private String writable(String subjectId, Measured measured, YearMonth month) {
    List<String> there = names(subjectId, measured, month, month);
    return there.stream()
        .filter(name -> open(subjectId, measured, name).isPresent())
        .findFirst()
        .orElseGet(() -> IntStream.rangeClosed(1, there.size() + 1)
            .mapToObj(number -> number == 1 ? month.toString() : month + "." + number)
            .filter(name -> !there.contains(name))
            .findFirst()
            .orElseThrow());
  }

  private static YearMonth monthOf(String name) {
    return YearMonth.parse(name.substring(0, 7));
  }

  private List<Row> page(String subjectId, Measured measured, String name) {
    return open(subjectId, measured, name).map(PageText::read).orElse(List.of());
  }

  private Optional<String> open(String subjectId, Measured measured, String name) {
    try {
      return jdbc.sql("select rows_sealed, key_id from measured_page"
              + " where subject_id = :s and measured = :m and page_month = :month")
          .param("s", subjectId)
          .param("m", measured.name())
          .param("month", name)
          .query((row, n) -> new Sealed(row.getBytes("rows_sealed"), row.getString("key_id")))
          .optional()
          .flatMap(page -> sealing.openIfWhole(page, place(subjectId, measured, name)));
    } catch (KeyDestroyedException e) {
      return Optional.empty();
    }
  }

  private void keep(Subject subject, Measured measured, String name, Collection<Row> rows) {
    Sealed kept = sealing.seal(subject, place(subject.id(), measured, name), PageText.write(rows));
    jdbc.sql("delete from measured_page"
            + " where subject_id = :s and measured = :m and page_month = :month")
        .param("s", subject.id())
        .param("m", measured.name())
        .param("month", name)
        .update();
    if (rows.isEmpty()) {
      return; // A page without rows would hide the last month that has any.
    }
    jdbc.sql("""
        insert into measured_page (subject_id, measured, page_month, rows_sealed, key_id, changed_at)
        values (:s, :m, :month, :rows, :key, :at)
        """)
        .param("s", subject.id())
        .param("m", measured.name())
        .param("month", name)
        .param("rows", kept.bytes())
        .param("key", kept.keyId())
        .param("at", TimeStamps.bind(clock.instant()))
        .update();
  }

  private static YearMonth month(Row row) {
    return YearMonth.from(row.startsAt().withOffsetSameInstant(ZoneOffset.UTC));
  }

  private static AssociatedData place(String subjectId, Measured measured, String name) {
    return new AssociatedData(TABLE, "rows", subjectId + "/" + measured.name() + "/" + name);
  }
}
