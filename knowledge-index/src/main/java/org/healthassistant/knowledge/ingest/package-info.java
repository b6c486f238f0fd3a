/// Reads articles from Markdown, and other documents into Markdown.
///
/// Start at [ArticleReader]. A malformed article is reported with file, line and a way out; the
/// others are still read. Nothing here embeds or searches.
@NullMarked
package org.healthassistant.knowledge.ingest;

import org.jspecify.annotations.NullMarked;
