/// What an article is and what "vetted" means.
///
/// [Article] is front matter and sections; [Validity] decides whether an article may be shown
/// on a day. Nothing here reads files (see the `ingest` package) or searches.
@NullMarked
package org.healthassistant.knowledge.article;

import org.jspecify.annotations.NullMarked;
