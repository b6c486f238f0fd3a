/// Faces of the index and its encoders for applications built on LangChain4j.
@NullMarked
package org.healthassistant.knowledge.langchain4j;

import org.jspecify.annotations.NullMarked;
