@NullMarked
package org.healthassistant.knowledge.release;

import org.jspecify.annotations.NullMarked;
