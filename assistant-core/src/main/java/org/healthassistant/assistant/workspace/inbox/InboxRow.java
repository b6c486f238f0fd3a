package org.healthassistant.assistant.workspace.inbox;

import org.jspecify.annotations.Nullable;

/// One row of the inbox, in words.
///
/// @param level the code, for shape and colour; the word stands beside it
/// @param team whose it is; empty: nobody's in particular
/// @param since when the waiting began, RFC 3339
/// @param replyBy by when the patient was told to expect an answer, RFC 3339
/// @param waited how long it has waited, in words, as of now; the page counts on
/// @param target how much is left or how late it is, in words
/// @param cannotText whether texts do not get through: somebody has to call
/// @param unseenSince since when a reply is unseen for too long, RFC 3339: somebody has to call;
///     null: none is
/// @param unseenFor how long, in words
/// @param announcement what is read out when the row is new
public record InboxRow(
    String id,
    String href,
    String level,
    String levelWord,
    String who,
    String categories,
    String team,
    String state,
    String stateWord,
    String owner,
    String since,
    String replyBy,
    String waited,
    String target,
    boolean late,
    boolean open,
    boolean cannotText,
    @Nullable String unseenSince,
    String unseenFor,
    String announcement) {

  /// Whether somebody has to call, for whatever reason.
  public boolean calls() {
    return cannotText || unseenSince != null;
  }

  @Override
  public String toString() {
    return "InboxRow[" + id + ", REDACTED]";
  }
}
