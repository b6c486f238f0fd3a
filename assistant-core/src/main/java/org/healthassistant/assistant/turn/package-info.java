/// **The corridor**: what happens to a patient's message, by web and SMS alike.
///
/// Start at [Corridor]. `accept` screens and stores ([Admission], transaction T1); `complete`
/// makes the reply outside of any transaction and stores it ([Completion], T3), raising the
/// level before where the message's meaning came late (T2). What the reply will be is decided in
/// [ReplyPlan]. Every transaction locks the subject's row first. After T1 nothing can be lost: a
/// scheduled task completes what a dead process left.
///
/// The inner rooms lie below this package and know nothing of it: `screening`, `reading`,
/// `asking`, `hearing`, `draft`, `limits`.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "settings",
      "store",
      "store :: database",
      "patient",
      "patient :: caregiver",
      "audit",
      "safety",
      "library",
      "conversation",
      "record",
      "record :: measured",
      "record :: spoken",
      "delivery",
      "escalation",
      "answer",
      "protocol",
      "words"
    })
@NullMarked
package org.healthassistant.assistant.turn;

import org.jspecify.annotations.NullMarked;
