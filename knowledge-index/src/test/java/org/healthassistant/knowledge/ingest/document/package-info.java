@NullMarked
package org.healthassistant.knowledge.ingest.document;

import org.jspecify.annotations.NullMarked;
