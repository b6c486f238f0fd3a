@NullMarked
package org.healthassistant.knowledge;

import org.jspecify.annotations.NullMarked;
