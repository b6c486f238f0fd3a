/// Words: analyzers per language, lay and clinical synonyms, and which language a text is in.
///
/// All word lists are data files beside the classes. Nothing here knows articles or vectors.
@NullMarked
package org.healthassistant.knowledge.analysis;

import org.jspecify.annotations.NullMarked;
