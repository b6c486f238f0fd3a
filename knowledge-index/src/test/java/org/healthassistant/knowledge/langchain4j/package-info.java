@NullMarked
package org.healthassistant.knowledge.langchain4j;

import org.jspecify.annotations.NullMarked;
