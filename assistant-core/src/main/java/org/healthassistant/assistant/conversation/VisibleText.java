package org.healthassistant.assistant.conversation;

/// Tells whether a text has anything in it that a person can see.
///
/// Spaces of any kind, control and format characters (such as the zero-width space and the byte
/// order mark), fillers and combining marks without a letter show nothing.
public final class VisibleText {

  /// Letters to Unicode, blank to the eye: fillers of Hangul, and the blank of Braille.
  private static final String BLANKS = "\u115F\u1160\u3164\uFFA0\u2800";

  private VisibleText() {}

  /// Whether nothing of the text can be seen; so also of an empty one.
  public static boolean isMissing(String text) {
    return text.codePoints().noneMatch(VisibleText::isSeen);
  }

  private static boolean isSeen(int c) {
    return BLANKS.indexOf(c) < 0
        && switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.UNASSIGNED,
              Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK -> false;
          default -> true;
        };
  }
}
