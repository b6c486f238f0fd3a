package org.healthassistant.assistant.record.measured;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.measured.ImportProgress.State;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.connector.wearable.Measured;
import org.healthassistant.connector.wearable.MeasurementFile;
import org.healthassistant.connector.wearable.UnreadableMeasurements;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Takes files of measurements, portion by portion: each is durable before the next is read, so
/// that an import that broke off goes on where the same file is sent again. Nothing of a file is
/// written anywhere but sealed.
@Component
public class MeasurementImports {

  private static final int AT_ONCE = 2;

  private final MeasuredPages pages;
  private final Subjects subjects;
  private final Transactions transactions;
  private final RecentReadings recent;
  private final ObjectProvider<NewReadings> watchers;
  private final Map<String, ImportProgress> progress = new ConcurrentHashMap<>();

  MeasurementImports(
      MeasuredPages pages,
      Subjects subjects,
      Transactions transactions,
      RecentReadings recent,
      ObjectProvider<NewReadings> watchers) {
    this.pages = pages;
    this.subjects = subjects;
    this.transactions = transactions;
    this.recent = recent;
    this.watchers = watchers;
  }

  /// How far the import of a patient is, or how the last one of this process ended.
  public ImportProgress progress(String subjectId) {
    return Objects.requireNonNullElse(progress.get(subjectId), ImportProgress.NOTHING);
  }

  /// Reads a file to its end and keeps what is new of it.
  ///
  /// @param in not closed
  /// @throws ImportRefusedException if one of this patient is under way, or too many are; if it
  /// is none of the files that can be read, or breaks off: what came before is kept
  /// @throws IOException if it cannot be read on; what came before is kept
  public ImportReport take(String subjectId, InputStream in) throws IOException {
    begin(subjectId);
    Subject subject = subjects.get(subjectId);
    Portions portions = new Portions(
        samples -> keep(subject, samples),
        (records, imported) ->
            progress.put(subjectId, new ImportProgress(State.READING, records, imported)));
    boolean done = false;
    try {
      MeasurementFile.read(in, portions);
      portions.flush();
      done = true;
      return portions.report();
    } catch (UnreadableMeasurements e) {
      portions.flush();
      throw ImportRefusedException.ofUnreadable(e);
    } finally {
      progress.put(subjectId, portions.ended(done ? State.DONE : State.BROKEN));
    }
  }

  private synchronized void begin(String subjectId) {
    long reading =
        progress.values().stream().filter(one -> one.state() == State.READING).count();
    if (reading >= AT_ONCE || progress(subjectId).state() == State.READING) {
      throw ImportRefusedException.ofBusy();
    }
    progress.put(subjectId, new ImportProgress(State.READING, 0, 0));
  }

  private int keep(Subject subject, Map<Measured, List<Row>> samples) {
    return transactions.durable(() -> {
      subjects.lock(subject.id());
      int imported = 0;
      for (Map.Entry<Measured, List<Row>> some : samples.entrySet()) {
        List<Row> added = pages.add(subject, some.getKey(), some.getValue());
        imported += added.size();
        List<NewReading> fresh = recent.recent(some.getKey(), added);
        if (!fresh.isEmpty()) {
          watchers.forEach(watcher -> watcher.taken(subject, fresh));
        }
      }
      return imported;
    });
  }
}
