package org.healthassistant.connector.fhir.server;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.healthassistant.connector.fhir.BundleReader;
import org.healthassistant.connector.fhir.Problem;
import org.healthassistant.connector.fhir.server.FhirServerException.Kind;
import org.healthassistant.connector.fhir.server.ReadState.TypeState;
import org.healthassistant.connector.fhir.written.Written;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.connector.record.PatientRecord;
import org.healthassistant.connector.record.RecordPart;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What one reading of a patient found. It is no record by itself: lay it [#onto] the copy of
/// before.
public final class ServerReading {
  private final PatientRecord read;
  private final Set<String> whole;
  private final Set<String> touched;
  private final Set<RecordPart> unread;
  private final ReadState state;
  private final Map<String, Kind> failures;
  private final List<Problem> problems;

  private ServerReading(
      PatientRecord read,
      Set<String> whole,
      Set<String> touched,
      Set<RecordPart> unread,
      ReadState state,
      Map<String, Kind> failures,
      List<Problem> problems) {
    this.read = read;
    this.whole = whole;
    this.touched = touched;
    this.unread = unread;
    this.state = state;
    this.failures = failures;
    this.problems = problems;
  }

  static ServerReading of(
      JsonNode patient,
      List<TypeReading> types,
      List<JsonNode> referred,
      ReadState before,
      OfferedTypes offered,
      Instant now,
      ZoneId zone) {
    List<JsonNode> entries = new ArrayList<>();
    Set<String> touched = new HashSet<>();
    types.forEach(type -> entries.addAll(type.entries()));
    entries.forEach(entry -> touched.add(source(entry)));
    // What we wrote is told from here already.
    entries.removeIf(entry -> Written.isIt(entry.path("resource")));
    entries.addAll(referred);
    BundleReader.Reading reading = BundleReader.readResources(patient, entries, zone);
    Map<String, TypeState> state = new HashMap<>(before.types());
    Map<String, Kind> failures = new TreeMap<>();
    Set<String> whole = new HashSet<>();
    Set<RecordPart> unoffered = unoffered(offered);
    Set<RecordPart> unread = EnumSet.copyOf(unoffered);
    for (TypeReading type : types) {
      Set<RecordPart> parts = BundleReader.parts(type.type());
      type.failure().ifPresent(why -> {
        failures.put(type.type(), why.kind());
        unread.addAll(parts);
      });
      boolean flawed = type.partly() || reading.flawed().contains(type.type());
      TypeState known = before.find(type.type());
      if (type.isWhole() && !unoffered.containsAll(parts)) {
        whole.add(type.type());
      } else {
        flawed |= known != null && known.flawed();
      }
      if (flawed) {
        unread.addAll(parts);
      }
      Instant at = type.at();
      if (type.failure().isEmpty() && at != null) {
        Instant wholeAt = type.isWhole() || known == null ? now : known.wholeAt();
        state.put(type.type(), new TypeState(at, wholeAt, flawed));
      }
    }
    return new ServerReading(
        reading.record(),
        whole,
        touched,
        unread,
        new ReadState(state),
        failures,
        reading.problems());
  }

  /// The parts of which the server offers no type that could hold them.
  private static Set<RecordPart> unoffered(OfferedTypes offered) {
    Set<RecordPart> parts = EnumSet.allOf(RecordPart.class);
    for (SearchedType type : SearchedType.ALL) {
      if (offered.has(type.name()) && !SearchedType.BESIDE.contains(type.name())) {
        parts.removeAll(BundleReader.parts(type.name()));
      }
    }
    return parts;
  }

  private static String source(JsonNode entry) {
    JsonNode resource = entry.path("resource");
    return resource.path("resourceType").asString("") + "/"
        + resource.path("id").asString("");
  }

  /// The record as it is known now: of a type that was read whole what was found; of any other
  /// the entries of before, those that were found again in their present form. A part of which
  /// something is missing is told as incomplete.
  ///
  /// @param before the copy of before; null: there is none
  /// @return as of the time of the type that was read the longest ago
  public PatientRecord onto(@Nullable PatientRecord before) {
    List<Entry> entries = new ArrayList<>();
    Set<String> sensitive = new HashSet<>();
    if (before != null) {
      before.sensitive().stream().filter(source -> !isReplaced(source)).forEach(sensitive::add);
      before.entries().stream().filter(entry -> !isReplaced(entry.source())).forEach(entries::add);
    }
    entries.addAll(read.entries());
    sensitive.addAll(read.sensitive());
    return new PatientRecord(read.person(), entries, state.asOf().orElse(null), unread, sensitive);
  }

  private boolean isReplaced(String source) {
    int member = source.indexOf('#');
    String resource = member < 0 ? source : source.substring(0, member);
    int slash = resource.indexOf('/');
    return touched.contains(resource)
        || whole.contains(slash < 0 ? resource : resource.substring(0, slash));
  }

  /// What the next reading goes on from.
  public ReadState state() {
    return state;
  }

  /// The types that could not be read to their end, and why; empty: all were.
  public Map<String, Kind> failures() {
    return Map.copyOf(failures);
  }

  /// Entries that could not be read, for the operator.
  public List<Problem> problems() {
    return problems;
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
