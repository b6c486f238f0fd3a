/// Which languages there are.
///
/// [Language] is pure: every room of every module but `connectors` may use it, the screen too.
/// Nothing here reads files, knows articles or searches.
@NullMarked
package org.healthassistant.knowledge.text;

import org.jspecify.annotations.NullMarked;
