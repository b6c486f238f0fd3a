/// The values that questions to the index and its answers are made of.
///
/// A [SearchRequest] goes in; [SearchHit]s come out, each with a [Passage] of [Sentence]s and
/// the [Explanation] of its rank; a [Citation] says where a sentence stands. Values only:
/// nothing here reads, ranks or decides what may be shown.
@NullMarked
package org.healthassistant.knowledge.passage;

import org.jspecify.annotations.NullMarked;
