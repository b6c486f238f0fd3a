@NullMarked
package org.healthassistant.knowledge.ingest;

import org.jspecify.annotations.NullMarked;
