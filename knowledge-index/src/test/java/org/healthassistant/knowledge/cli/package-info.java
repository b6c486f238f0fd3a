@NullMarked
package org.healthassistant.knowledge.cli;

import org.jspecify.annotations.NullMarked;
