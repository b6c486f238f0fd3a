package org.healthassistant.assistant.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.Refuses;
import org.healthassistant.assistant.record.server.RecordReads;
import org.healthassistant.connector.Secret;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes the token by which the portal lets the calling patient's record be read at the FHIR
/// server.
@RestController
@RequestMapping("/api/v1/me/record/token")
class RecordTokenController {

  private final Patients patients;
  private final ObjectProvider<RecordReads> reads;

  RecordTokenController(Patients patients, ObjectProvider<RecordReads> reads) {
    this.patients = patients;
    this.reads = reads;
  }

  @PutMapping
  @ApiResponse(responseCode = "204", description = "Kept until it ends, and being read with")
  @Operation(
      operationId = "handOverToken",
      summary = "Hands over an access token of SMART App Launch for the patient's own record, in"
          + " place of the one before; where `assistant.record.fhir.auth` is `patient-token`")
  @Refuses({ProblemCode.NOT_ALLOWED, ProblemCode.INVALID_REQUEST})
  ResponseEntity<Void> take(Caller caller, @Valid @RequestBody Handed body) {
    Subject subject = patients.inPerson(caller);
    RecordReads known = reads.getIfAvailable();
    boolean taken = known != null
        && known.take(
            subject,
            new Secret(body.accessToken()),
            body.scope(),
            Duration.ofSeconds(body.expiresIn()));
    if (!taken) {
      throw new ApiProblem(
          ProblemCode.INVALID_REQUEST,
          "No token of a patient is taken here, or 'scope' lets nothing be read.");
    }
    return ResponseEntity.noContent().build();
  }

  /// @param scope what it may read, separated by blanks, as the server granted it
  /// @param expiresIn in seconds from now; an hour counts at most
  record Handed(
      @NotBlank @Size(max = 16_000) String accessToken,
      @NotBlank @Size(max = 2_000) String scope,
      @Min(1) @Max(86_400) int expiresIn) {
    @Override
    public String toString() {
      return "Handed[REDACTED]";
    }
  }
}
