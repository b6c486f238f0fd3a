package org.healthassistant.assistant.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks the ids that tokens bring: they are kept as they are, so what cannot be kept or
/// cannot be told from another's by eye names nobody.
final class PersonId {

  private static final int LONGEST = 255;

  private PersonId() {}

  /// Reads an id; empty when it is absent, is neither text nor a number, is longer than 255
  /// UTF-16 units, holds no letter and no digit, begins or ends with white space, or holds a
  /// character that cannot be seen.
  static Optional<String> read(@Nullable Object claim) {
    if (!(claim instanceof String) && !(claim instanceof Number)) {
      return Optional.empty();
    }
    String id = String.valueOf(claim);
    boolean good = id.length() <= LONGEST
        && id.codePoints().anyMatch(Character::isLetterOrDigit)
        && id.codePoints().allMatch(PersonId::isSeen)
        && id.charAt(0) != ' '
        && id.charAt(id.length() - 1) != ' ';
    return good ? Optional.of(id) : Optional.empty();
  }

  private static boolean isSeen(int c) {
    return c == ' '
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR -> false;
          default -> true;
        };
  }
}
