package org.healthassistant.assistant.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Doc comments read as paragraphs: no line is wider than a screen, none is broken off in the
/// middle.
class DocLinesTest {

  private static final String LONG = "a".repeat(50);

  @Test
  void everyDocLineIsFilled() {
    Map<String, String> wrong = new TreeMap<>();
    SourceTree.all().forEach(file -> wrong.putAll(DocLines.wrong(file)));
    NotYet.check("doc lines: join the paragraph and wrap it at 96 columns", wrong, Set.of());
  }

  @Test
  void findsAnOrphanAndALineTooWide() {
    assertThat(wrong("/// The door", "/// of the room."))
        .containsExactly(Map.entry("Planted.java:1", "has room for 'of'"));
    assertThat(wrong("/// " + LONG + " " + LONG))
        .containsExactly(Map.entry("Planted.java:1", "is 105 wide"));
    assertThat(wrong("/// @param id what is", "///     found"))
        .containsExactly(Map.entry("Planted.java:1", "has room for 'found'"));
  }

  @Test
  void leavesParagraphsListsTagsAndCodeAlone() {
    assertThat(wrong("/// The door.", "///", "/// The room.")).isEmpty();
    assertThat(wrong("/// Kinds:", "/// - one", "/// - two", "/// 1. three")).isEmpty();
    assertThat(wrong("/// @param a one", "/// @param b two", "/// @return it")).isEmpty();
    assertThat(wrong("/// ```", "/// a();", "/// b();", "/// ```", "/// after")).isEmpty();
    assertThat(wrong("/// " + LONG + LONG)).isEmpty();
  }

  @Test
  void leavesALineAloneThatTheNextWordWouldNearlyFill() {
    assertThat(wrong("/// " + LONG, "/// " + "b".repeat(16))).isEmpty();
    assertThat(wrong("/// " + LONG, "/// " + "b".repeat(15))).isNotEmpty();
  }

  private static Map<String, String> wrong(String... lines) {
    String text = String.join("\n", lines) + "\npackage p;";
    return DocLines.wrong(SourceTree.planted("Planted.java", text));
  }
}
