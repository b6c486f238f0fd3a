/// Files and pages as they are served: cited articles ([ArticlePage]), the language of a page
/// ([PageLocale]), what people read where a page cannot be shown
/// ([PageErrors]), and the widget's files ([WidgetFiles]). It knows states of HTTP and the
/// reader's language, and nothing of what was asked for.
@NullMarked
package org.healthassistant.assistant.web.page;

import org.jspecify.annotations.NullMarked;
