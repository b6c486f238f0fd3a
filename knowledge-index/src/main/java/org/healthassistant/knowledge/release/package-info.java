/// Frozen releases: articles, passages and vectors with a manifest of hashes.
///
/// Start at [Release]. A release is a directory of plain files (or the starter release on the
/// class path); the Lucene index is derived from it and never part of it.
@NullMarked
package org.healthassistant.knowledge.release;

import org.jspecify.annotations.NullMarked;
