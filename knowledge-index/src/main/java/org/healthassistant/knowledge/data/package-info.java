/// Reads the small data files that ship beside the classes: headings, word lists, weights.
///
/// Start at [DataFile]. Nothing here knows what a file means.
@NullMarked
package org.healthassistant.knowledge.data;

import org.jspecify.annotations.NullMarked;
