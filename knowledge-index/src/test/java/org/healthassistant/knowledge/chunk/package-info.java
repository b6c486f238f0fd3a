@NullMarked
package org.healthassistant.knowledge.chunk;

import org.jspecify.annotations.NullMarked;
