/// Reads documents that were not written for quoting (HTML, PDF, DOCX, MedlinePlus XML) into
/// drafts of articles.
///
/// Start at [DocumentReader]. A document becomes a tree of nodes, the tree an outline of
/// headings, paragraphs, items and rows, the outline a draft. What would lose its sense is
/// written so that it cannot be quoted, and damage done in reading is refused with its place.
/// Nothing here approves.
@NullMarked
package org.healthassistant.knowledge.ingest.document;

import org.jspecify.annotations.NullMarked;
