package org.healthassistant.assistant.writeback;

import java.util.Optional;
import java.util.function.Function;
import org.healthassistant.assistant.patient.KeyedHash;
import org.healthassistant.assistant.patient.Sealed;
import org.healthassistant.assistant.patient.Sealing;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes resources to be written, in the transaction of whoever accepts what they tell of, which
/// holds the subject's lock.
@Component
class WriteBack {

  private static final Logger LOG = LoggerFactory.getLogger(WriteBack.class);

  private final WrittenResources rows;
  private final Sealing sealing;
  private final KeyedHash hash;
  private final Tasks tasks;
  private final RealClock clock;

  WriteBack(WrittenResources rows, Sealing sealing, KeyedHash hash, Tasks tasks, RealClock clock) {
    this.rows = rows;
    this.sealing = sealing;
    this.hash = hash;
    this.tasks = tasks;
    this.clock = clock;
  }

  /// Stores a resource, or its new form, and schedules its writing. Does nothing where it is
  /// stored in that form already.
  ///
  /// @param type as FHIR names it
  /// @param about what it tells of: the same again is the same resource
  /// @param json its form, from our identifier of it
  /// @return our identifier of it; empty where it could not be made
  Optional<String> put(Subject subject, String type, String about, Function<String, String> json) {
    String key = key(subject, type, about);
    Optional<WrittenResource> before = rows.lockAbout(key);
    String id = before.map(WrittenResource::id).orElseGet(Ids::next);
    Optional<String> form = form(type, id, json);
    if (form.isPresent() && !form.equals(before.flatMap(this::open))) {
      Sealed content = sealing.seal(subject, WrittenResource.place(id), form.get());
      if (before.isEmpty()) {
        rows.insert(id, subject.id(), type, key, content, clock.instant());
      } else {
        rows.change(id, content, clock.instant());
      }
      tasks.schedule(WriteTask.TASK, subject.id(), clock.instant());
    }
    return form.map(made -> id);
  }

  /// Our identifier of a resource that is stored; or empty.
  Optional<String> idOf(Subject subject, String type, String about) {
    return rows.lockAbout(key(subject, type, about)).map(WrittenResource::id);
  }

  private Optional<String> open(WrittenResource row) {
    return sealing.openIfWhole(row.content(), WrittenResource.place(row.id()));
  }

  /// Takes a resource back: gives it its withdrawn form, or forgets it where the server cannot
  /// have it. Does nothing where it was never stored.
  void withdraw(Subject subject, String type, String about, Function<String, String> json) {
    Optional<WrittenResource> before = rows.lockAbout(key(subject, type, about));
    if (before.isEmpty()) {
      return;
    }
    if (before.get().tried()) {
      put(subject, type, about, json);
    } else {
      rows.remove(before.get().id());
    }
  }

  private String key(Subject subject, String type, String about) {
    return hash.hash("write-back", subject.id() + " " + type + " " + about);
  }

  /// What cannot be put into a form is told of in the log, and does not undo what was accepted.
  private static Optional<String> form(String type, String id, Function<String, String> json) {
    try {
      return Optional.of(json.apply(id));
    } catch (RuntimeException e) {
      LOG.error(
          "WB-001: a resource of type {} could not be made and is not written ({})",
          type,
          e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
