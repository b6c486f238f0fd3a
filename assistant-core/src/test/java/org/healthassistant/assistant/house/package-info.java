/// What holds for every file of the four modules: sizes, shapes, names, time, tables and
/// comments.
///
/// Each check reads the sources with the compiler's own parser ([SourceTree]), so it sees what
/// is written and needs no class file of a module that is built later. What a check still
/// tolerates stands in [NotYet], and a line there that is no longer needed fails the check as
/// well. Every check is tried on a planted violation, so that it cannot be green because it
/// looks at nothing.
@NullMarked
package org.healthassistant.assistant.house;

import org.jspecify.annotations.NullMarked;
