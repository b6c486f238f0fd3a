/// How many texts may go out, so that two machines do not talk without end and nobody can make
/// the clinic pay without bound. Start at [TextLimits]. It counts texts and knows neither their
/// words nor why they go out; what must not wait does not come here.
@NullMarked
package org.healthassistant.assistant.delivery.limits;

import org.jspecify.annotations.NullMarked;
