package org.healthassistant.assistant.writeback;

import java.util.List;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.record.measured.NewReading;
import org.healthassistant.assistant.record.measured.ReportedReadings;
import org.healthassistant.connector.fhir.written.ReportedReading;
import org.springframework.stereotype.Component;

/// Writes the readings that patients told and agreed to keep. One that is taken out again is
/// marked there as entered in error.
@Component
class ReportedReadingsWriter implements ReportedReadings {

  private static final String TYPE = "Observation";

  private final WriteBack writeBack;
  private final WriteBackSettings settings;

  ReportedReadingsWriter(WriteBack writeBack, WriteBackSettings settings) {
    this.writeBack = writeBack;
    this.settings = settings;
  }

  @Override
  public void kept(Subject subject, List<NewReading> readings) {
    if (settings.readings()) {
      subject
          .patientId()
          .ifPresent(patient -> readings.forEach(reading -> writeBack.put(
              subject,
              TYPE,
              reading.reading().source(),
              id -> ReportedReading.json(id, patient, reading.reading(), false))));
    }
  }

  /// Also where it has been switched off meanwhile: what stands at the server must not stay.
  @Override
  public void takenOut(Subject subject, List<NewReading> readings) {
    subject
        .patientId()
        .ifPresent(patient -> readings.forEach(reading -> writeBack.withdraw(
            subject,
            TYPE,
            reading.reading().source(),
            id -> ReportedReading.json(id, patient, reading.reading(), true))));
  }
}
