@NullMarked
package org.healthassistant.knowledge.search;

import org.jspecify.annotations.NullMarked;
