/// What the settings of every room are made of: demo mode, the settings of the service as a
/// whole, the constraints that more than one room needs, and the list of all settings.
///
/// Each room keeps its own settings in a validated record; start at [SettingsCheck], which binds
/// and validates all of them before anything starts. [DemoMode] is decided here and nowhere else.
/// This room knows no other: it finds the records by the metadata that the compiler writes from
/// them.
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package org.healthassistant.assistant.settings;

import org.jspecify.annotations.NullMarked;
