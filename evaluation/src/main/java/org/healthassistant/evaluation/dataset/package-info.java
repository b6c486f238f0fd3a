/// Reads the sets that everything is measured on: BEIR folders and JSONL cases.
///
/// Start at [BeirSet] for retrieval sets and [JsonLines] for cases. A file that is wrong is
/// refused once, with every problem in it named by file and line ([BadDataSet]). Knows nothing
/// of what is measured, of the service or of the command line.
@NullMarked
package org.healthassistant.evaluation.dataset;

import org.jspecify.annotations.NullMarked;
