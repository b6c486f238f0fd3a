@NullMarked
package org.healthassistant.knowledge.embed;

import org.jspecify.annotations.NullMarked;
