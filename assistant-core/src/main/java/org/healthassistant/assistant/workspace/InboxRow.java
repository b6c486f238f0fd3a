package org.healthassistant.assistant.workspace;

/// One row of the inbox, in words.
///
/// @param level the code, for shape and colour; the word stands beside it
/// @param since when the waiting began, RFC 3339
/// @param replyBy by when the patient was told to expect an answer, RFC 3339
/// @param waited how long it has waited, in words, as of now; the page counts on
/// @param target how much is left or how late it is, in words
/// @param announcement what is read out when the row is new
record InboxRow(
    String id,
    String href,
    String level,
    String levelWord,
    String who,
    String categories,
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
    String announcement) {
  @Override
  public String toString() {
    return "InboxRow[" + id + ", REDACTED]";
  }
}
