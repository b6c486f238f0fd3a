/// Cuts articles into passages.
///
/// A passage is one section of an article, or a part of a long one that ends with a sentence.
/// Start at [Chunker]. Nothing here searches or reads files.
@NullMarked
package org.healthassistant.knowledge.chunk;

import org.jspecify.annotations.NullMarked;
