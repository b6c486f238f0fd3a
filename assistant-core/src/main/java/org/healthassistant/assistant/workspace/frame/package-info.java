/// What stands around every page of the workspace: the model that each page needs, the texts that
/// staff read, the settings, and the parts of a page that a stream sends again.
///
/// Start at [WorkspacePage], the mark of a page, and at [WorkspaceTexts]. It knows pages, and
/// nothing of an escalation.
@NullMarked
package org.healthassistant.assistant.workspace.frame;

import org.jspecify.annotations.NullMarked;
