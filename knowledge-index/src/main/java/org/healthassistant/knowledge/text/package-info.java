/// What a text is made of, in each language: languages and sentences.
///
/// [Language] is pure: every room of every module but `connectors` may use it, the screen too.
/// [SentenceSplitter] is the one place that says where a sentence ends. Nothing here knows
/// articles, encoders or the search.
@NullMarked
package org.healthassistant.knowledge.text;

import org.jspecify.annotations.NullMarked;
