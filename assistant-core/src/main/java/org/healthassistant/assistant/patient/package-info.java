/// Whom we talk to: a [Subject] is a patient, or a phone number that is not yet one. Holds phone
/// numbers, consent, and the keys that seal everything kept about a subject.
///
/// Start at [Subjects]. Texts and facts go to the database only through [Sealing]; what may be
/// used is asked of [Consents] and of nobody else. It knows no conversation.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"settings", "store"})
@NullMarked
package org.healthassistant.assistant.patient;

import org.jspecify.annotations.NullMarked;
