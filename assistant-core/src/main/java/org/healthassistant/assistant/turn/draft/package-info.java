/// What a reply rests on, and the answer drafted from it, outside of any transaction.
///
/// Start at [Drafting]; [ReplyPreconditions] is what is read before drafting and again when the
/// reply is stored. It decides neither whether there is an answer nor how a reply is worded.
@NullMarked
package org.healthassistant.assistant.turn.draft;

import org.jspecify.annotations.NullMarked;
