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
@Component
class MeasuredPages {

  private static final String TABLE = "measured_page";

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
      Map<List<?>, Row> page = new LinkedHashMap<>();
      page(subject.id(), measured, month.toString())
          .forEach(row -> page.put(row.identity(measured), row));
      List<Row> fresh = some.stream()
          .filter(row -> page.putIfAbsent(row.identity(measured), row) == null)
          .toList();
      if (!fresh.isEmpty()) {
        keep(subject, measured, month.toString(), page.values());
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
      String month = month(row).toString();
      List<Row> page = page(subject.id(), measured, month);
      List<Row> left = page.stream().filter(kept -> !kept.equals(row)).toList();
      if (left.size() < page.size()) {
        taken += page.size() - left.size();
        keep(subject, measured, month, left);
      }
    }
    return taken;
  }

  /// The rows of a thing measured since a month, oldest first.
  List<Row> since(String subjectId, Measured measured, YearMonth month) {
    return months(subjectId, measured).stream()
        .filter(one -> !YearMonth.parse(one).isBefore(month))
        .flatMap(one -> page(subjectId, measured, one).stream())
        .sorted(Comparator.comparingLong(Row::start))
        .toList();
  }

  /// All rows of a thing measured, oldest first.
  List<Row> all(String subjectId, Measured measured) {
    return since(subjectId, measured, YearMonth.of(1, 1));
  }

  /// The last month of each thing measured that has rows.
  Map<Measured, YearMonth> lastMonths(String subjectId) {
    Map<Measured, YearMonth> last = new TreeMap<>();
    jdbc.sql("select measured, max(page_month) as last from measured_page"
            + " where subject_id = :s group by measured")
        .param("s", subjectId)
        .query((row, n) -> Map.entry(
            Measured.valueOf(row.getString("measured")), YearMonth.parse(row.getString("last"))))
        .list()
        .forEach(one -> last.put(one.getKey(), one.getValue()));
    return last;
  }

  /// All pages opened, each with its name, for an export.
  Map<String, String> export(String subjectId) {
    Map<String, String> all = new TreeMap<>();
    for (Measured measured : Measured.values()) {
      months(subjectId, measured)
          .forEach(month -> open(subjectId, measured, month)
              .ifPresent(text ->
                  all.put("measurements/" + measured.loinc() + "-" + month + ".txt", text)));
    }
    return all;
  }

  /// Removes everything of a subject, in the caller's transaction.
  void remove(String subjectId) {
    jdbc.sql("delete from measured_page where subject_id = :s")
        .param("s", subjectId)
        .update();
  }

  private List<String> months(String subjectId, Measured measured) {
    return jdbc.sql("select page_month from measured_page"
            + " where subject_id = :s and measured = :m order by page_month")
        .param("s", subjectId)
        .param("m", measured.name())
        .query((row, n) -> row.getString("page_month"))
        .list();
  }

  private List<Row> page(String subjectId, Measured measured, String month) {
    return open(subjectId, measured, month).map(PageText::read).orElse(List.of());
  }

  private Optional<String> open(String subjectId, Measured measured, String month) {
    try {
      return jdbc.sql("select rows_sealed, key_id from measured_page"
              + " where subject_id = :s and measured = :m and page_month = :month")
          .param("s", subjectId)
          .param("m", measured.name())
          .param("month", month)
          .query((row, n) -> new Sealed(row.getBytes("rows_sealed"), row.getString("key_id")))
          .optional()
          .flatMap(page -> sealing.openIfWhole(page, place(subjectId, measured, month)));
    } catch (KeyDestroyedException e) {
      return Optional.empty();
    }
  }

  private void keep(Subject subject, Measured measured, String month, Collection<Row> rows) {
    Sealed kept = sealing.seal(subject, place(subject.id(), measured, month), PageText.write(rows));
    jdbc.sql("delete from measured_page"
            + " where subject_id = :s and measured = :m and page_month = :month")
        .param("s", subject.id())
        .param("m", measured.name())
        .param("month", month)
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
        .param("month", month)
        .param("rows", kept.bytes())
        .param("key", kept.keyId())
        .param("at", TimeStamps.bind(clock.instant()))
        .update();
  }

  private static YearMonth month(Row row) {
    return YearMonth.from(row.startsAt().withOffsetSameInstant(ZoneOffset.UTC));
  }

  private static AssociatedData place(String subjectId, Measured measured, String month) {
    return new AssociatedData(TABLE, "rows", subjectId + "/" + measured.name() + "/" + month);
  }
}
