/// The words that people read: one file a language for patients,
/// `messages/patient_<tag>.properties`.
///
/// [PatientWords] says a sentence by its key. Keys are grouped by the room that uses them. This
/// room knows no other; a clinician or a translator reviews its files without reading code.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package org.healthassistant.assistant.words;

import org.jspecify.annotations.NullMarked;
