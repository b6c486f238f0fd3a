package org.healthassistant.assistant.access;

import java.util.List;

/// Who can be played in demo mode, as written to `demo-access.json` and printed at start.
///
/// @param baseUrl where the service answers
public record DemoAccess(
    String baseUrl,
    List<PatientAccess> patients,
    List<CaregiverAccess> caregivers,
    List<ProviderAccess> providers) {

  /// Copies the lists.
  public DemoAccess {
    patients = List.copyOf(patients);
    caregivers = caregivers == null ? List.of() : List.copyOf(caregivers); // of an older file
    providers = List.copyOf(providers);
  }

  @Override
  public String toString() {
    return "DemoAccess[" + baseUrl + ", [REDACTED]]";
  }

  /// @param signIn a link that signs the browser in
  public record PatientAccess(String id, String name, String token, String signIn) {}

  /// @param id of the person in the patient's record
  /// @param patient the id of the patient for whom they may act, where the patient agrees
  public record CaregiverAccess(
      String id, String name, String patient, String token, String signIn) {}

  /// @param role `nurse`, `physician` or `admin`
  public record ProviderAccess(String id, String name, String role, String token, String signIn) {}
}
