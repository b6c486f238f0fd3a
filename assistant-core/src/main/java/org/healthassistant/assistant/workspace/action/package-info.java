/// What a provider does with an escalation, and who may do it.
///
/// Start at [Actions]: pages and interface hand in an [Action], which has checked itself. It
/// knows roles and rules, no page and no request.
@NullMarked
package org.healthassistant.assistant.workspace.action;

import org.jspecify.annotations.NullMarked;
