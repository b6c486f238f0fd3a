package org.healthassistant.assistant.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.audit.Audit;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.Refuses;
import org.healthassistant.assistant.record.measured.ImportProgress;
import org.healthassistant.assistant.record.measured.ImportRefusedException;
import org.healthassistant.assistant.record.measured.ImportReport;
import org.healthassistant.assistant.record.measured.MeasurementImports;
import org.healthassistant.assistant.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes files of what the patient's devices measured. A file is read as it comes in and is never
/// written to a disk, so that it may have gigabytes.
@RestController
@RequestMapping("/api/v1/me/measurements/import")
class MeasurementController {

  private final Patients patients;
  private final MeasurementImports imports;
  private final Consents consents;
  private final ActorAudit actors;
  private final Transactions transactions;

  MeasurementController(
      Patients patients,
      MeasurementImports imports,
      Consents consents,
      ActorAudit actors,
      Transactions transactions) {
    this.patients = patients;
    this.imports = imports;
    this.consents = consents;
    this.actors = actors;
    this.transactions = transactions;
  }

  @PostMapping
  @Operation(
      operationId = "importMeasurements",
      summary = "Takes an export of Apple Health, Open mHealth, Health Connect, Google Health or"
          + " FHIR Observations, as the part 'file' of a form or as the body itself; the same file"
          + " again goes on where the last time broke off")
  @Refuses({
    ProblemCode.CONSENT_REQUIRED,
    ProblemCode.INVALID_REQUEST,
    ProblemCode.UNREADABLE_FILE,
    ProblemCode.TOO_FAST,
    ProblemCode.BUSY
  })
  ReportView take(Caller caller, HttpServletRequest request) throws IOException {
    patients.changes(caller);
    Subject subject = patients.inPerson(caller);
    if (!consents.granted(subject.id(), Purpose.WEARABLES)) {
      throw new ApiProblem(
          ProblemCode.CONSENT_REQUIRED, "The patient has not agreed to 'wearables'.");
    }
    try {
      ImportReport report = imports.take(subject.id(), file(request));
      transactions.durable(() -> actors.append(
          caller,
          subject.id(),
          "measurements-imported",
          new Audit.ObjectRef("measurements", "import"),
          report.imported() + " new"));
      return ReportView.of(report);
    } catch (ImportRefusedException refused) {
      throw problem(refused);
    }
  }

  @GetMapping
  @Operation(
      operationId = "readImport",
      summary = "How far the import is that is under way, or how the last one ended")
  ProgressView progress(Caller caller) {
    ImportProgress progress = imports.progress(patients.inPerson(caller).id());
    return new ProgressView(
        progress.state().name().toLowerCase(Locale.ROOT), progress.records(), progress.imported());
  }

  private static ApiProblem problem(ImportRefusedException refused) {
    return refused.isBusy()
        ? new ApiProblem(
            ProblemCode.BUSY,
            "An import is under way; send the file again when it is done.",
            Map.of("Retry-After", "10"))
        : new ApiProblem(
            ProblemCode.UNREADABLE_FILE,
            "Not read to its end: " + refused.getMessage() + ". What came before is kept; the same"
                + " file can be sent again.");
  }

  /// The part `file`, or the body where it is no form.
  private static InputStream file(HttpServletRequest request) throws IOException {
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
      return request.getInputStream();
    }
    try {
      FileItemIterator parts = new FileUpload().getItemIterator(new Form(request));
      while (parts.hasNext()) {
        FileItemStream part = parts.next();
        if (part.getFieldName().equals("file")) {
          return part.openStream();
        }
      }
    } catch (FileUploadException e) {
      throw new ApiProblem(ProblemCode.INVALID_REQUEST, "The form cannot be read.");
    }
    throw new ApiProblem(ProblemCode.INVALID_REQUEST, "The form has no part 'file'.");
  }

  /// The request as its form is read from.
  private record Form(HttpServletRequest request) implements UploadContext {

    @Override
    public @Nullable String getCharacterEncoding() {
      return request.getCharacterEncoding();
    }

    @Override
    public String getContentType() {
      return request.getContentType();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return request.getInputStream();
    }

    @Override
    public long contentLength() {
      return request.getContentLengthLong();
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ReportView(
      long imported,
      long skipped,
      @Nullable String from,
      @Nullable String to,
      Map<String, Long> byType,
      List<String> problems) {

    static ReportView of(ImportReport report) {
      return new ReportView(
          report.imported(),
          report.skipped(),
          report.from().map(OffsetDateTime::toString).orElse(null),
          report.to().map(OffsetDateTime::toString).orElse(null),
          report.byType(),
          report.problems());
    }
  }

  record ProgressView(String state, long records, long imported) {}
}
