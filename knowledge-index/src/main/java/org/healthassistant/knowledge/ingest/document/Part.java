package org.healthassistant.knowledge.ingest.document;

/// A piece of a document's outline.
///
/// @param form what it is
/// @param depth the level of a heading from 1, or of an item from 0; 0 for anything else
/// @param text its words, on one line
public record Part(Form form, int depth, String text) {
  /// The level of a heading that is a button and nothing else says is one: not written when no
  /// text stands below it.
  static final int BUTTON = 7;

  /// What a piece is.
  public enum Form {
    /// A heading of what follows.
    HEADING,
    /// Prose.
    PARAGRAPH,
    /// An item of a list, a row of a table with its header, or a term with its meaning.
    ITEM,
    /// Words that have no sense by themselves; written so that nobody can approve them unchanged.
    UNQUOTABLE
  }

  static Part heading(int level, String text) {
    return new Part(Form.HEADING, level, text);
  }

  static Part paragraph(String text) {
    return new Part(Form.PARAGRAPH, 0, text);
  }

  static Part item(int depth, String text) {
    return new Part(Form.ITEM, depth, text);
  }

  static Part unquotable(String text) {
    return new Part(Form.UNQUOTABLE, 0, text);
  }

  /// Whether it is a heading.
  public boolean heading() {
    return form == Form.HEADING;
  }
}
