/// The patient's record: a sealed local copy, the risk facts that the screen uses, and facts and
/// plots that are computed from it.
///
/// Start at [RecordDesk]; [RecordImport] fills it. Every fact names the record item it comes
/// from and repeats its value as recorded. What may be told to the patient is asked of the
/// patient room's consents; the care team and the screen need none. It writes no advice and
/// knows no conversation.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "settings",
      "store",
      "store :: database",
      "patient",
      "patient :: caregiver",
      "audit",
      "safety",
      "words"
    })
@NullMarked
package org.healthassistant.assistant.record;

import org.jspecify.annotations.NullMarked;
