/// Finds passages: lexical and vector rankings, their fusion, and one calibrated score.
///
/// [CorpusIndex] ranks a throw-away collection with the same parts that search a release.
/// Nothing here decides what may be shown; the root package does.
@NullMarked
package org.healthassistant.knowledge.search;

import org.jspecify.annotations.NullMarked;
