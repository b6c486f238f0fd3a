@NullMarked
package org.healthassistant.knowledge.analysis;

import org.jspecify.annotations.NullMarked;
