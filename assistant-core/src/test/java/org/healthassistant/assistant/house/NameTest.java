package org.healthassistant.assistant.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.healthassistant.assistant.house.Shapes.Shape;
import org.junit.jupiter.api.Test;

/// Names say what a thing is: no type is called after its place in the code, and `of` makes a
/// value.
class NameTest {

  private static final List<String> EMPTY_WORDS = List.of("Utils", "Helper", "Manager", "Impl");

  @Test
  void noTypeIsCalledAHelperOfAnother() {
    NotYet.check("empty names", emptyNames(SourceTree.production()), Set.of());
  }

  @Test
  void noLookUpIsCalledOf() {
    NotYet.check("look-ups named `of`", lookups(SourceTree.production()), Set.of());
  }

  @Test
  void findsPlantedNames() {
    SourceFile file = SourceTree.planted("PageHelper.java", """
        package p;
        class PageHelper {
          static PageHelper of(int a) { return null; }
          private String of(long a) { return ""; }
          String of(String id) { return id; }
        }
        """);
    assertThat(emptyNames(List.of(file))).containsOnlyKeys("PageHelper.java");
    assertThat(lookups(List.of(file))).containsExactly(Map.entry("PageHelper.of", "line 5"));
  }

  private static Map<String, String> emptyNames(List<SourceFile> files) {
    Map<String, String> found = new TreeMap<>();
    for (SourceFile file : files) {
      EMPTY_WORDS.stream()
          .filter(file.simpleName()::endsWith)
          .forEach(word -> found.put(file.path(), "ends with " + word));
    }
    return found;
  }

  private static Map<String, String> lookups(List<SourceFile> files) {
    Map<String, String> found = new TreeMap<>();
    for (SourceFile file : files) {
      for (Shape shape : Shapes.of(file)) {
        if (shape.lookup()) {
          found.put(shape.name(), "line " + shape.line());
        }
      }
    }
    return found;
  }
}
