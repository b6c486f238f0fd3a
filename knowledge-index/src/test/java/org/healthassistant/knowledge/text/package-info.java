@NullMarked
package org.healthassistant.knowledge.text;

import org.jspecify.annotations.NullMarked;
