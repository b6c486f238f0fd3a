/// Numbers with their intervals, and the page that shows them.
///
/// Start at [Interval] and [Bootstrap] for the numbers and at [HtmlReport] for the page, which is
/// one file that loads nothing. Must not know what was measured or how.
@NullMarked
package org.healthassistant.evaluation.report;

import org.jspecify.annotations.NullMarked;
