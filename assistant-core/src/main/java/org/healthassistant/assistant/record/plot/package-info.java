/// Trends of what is measured, as numbers and as pictures.
///
/// Start at [Trends], which takes the readings of one code from a record, and [TrendPlot], which
/// draws them. Nothing is judged and no mean is taken.
@NamedInterface("plot")
@NullMarked
package org.healthassistant.assistant.record.plot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
