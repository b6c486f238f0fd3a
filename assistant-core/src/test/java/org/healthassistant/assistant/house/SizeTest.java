package org.healthassistant.assistant.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.healthassistant.assistant.house.Shapes.Shape;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Nothing grows beyond what can be read, in any module, production and tests alike.
class SizeTest {

  private static final int FILE_LINES = 400;
  private static final int BODY_LINES = 60;
  private static final int CONSTRUCTOR_PARAMETERS = 8;
  private static final int PACKAGE_TYPES = 20;
  private static final int PATHS = 15;

  @Test
  void noFileIsLongerThanFourHundredLines() {
    NotYet.check("lines of a file", longFiles(SourceTree.all()), Set.of());
  }

  @Test
  void noBodyIsLongerThanSixtyLines() {
    NotYet.check("lines of a body", longBodies(SourceTree.all()), Set.of());
  }

  @Test
  void noClassIsMadeOfMoreThanEightThings() {
    Map<String, String> wide = wideConstructors(SourceTree.all());
    NotYet.check("parameters of a constructor", wide, Set.of());
  }

  @Test
  void noPackageHasMoreThanTwentyTypes() {
    Map<String, String> large = largePackages(SourceTree.production());
    NotYet.check("types of a package", large, Set.of());
  }

  @Test
  void noMethodHasMoreThanFifteenWaysThrough() {
    Map<String, String> branching = branchingMethods(SourceTree.all());
    NotYet.check("ways through a method", branching, NotYet.BRANCHING_METHODS);
  }

  @Test
  void everySourceOfTheFourModulesIsRead() {
    assertThat(SourceTree.all()).hasSizeGreaterThan(800);
    assertThat(SourceTree.all()).extracting(SourceFile::room).contains("turn", "safety");
  }

  /// Each check, tried on a file that breaks it.
  @Nested
  class FindsAPlantedViolation {

    @Test
    void ofAFile() {
      assertThat(longFiles(List.of(planted("class Long {" + "\n".repeat(400) + "}"))))
          .containsExactly(Map.entry("Planted.java", "401 lines"));
    }

    @Test
    void ofABodyBehindAWrappedSignature() {
      String body = "    int a = 1;\n".repeat(59);
      SourceFile file = planted("""
          class Wide {
            Wide(
                String one,
                String language) {
          %s  }
          }
          """.formatted(body));
      assertThat(longBodies(List.of(file))).containsExactly(Map.entry("Wide.<new>", "61 lines"));
    }

    @Test
    void ofABodyInAnInnerTypeAndInAnInitializer() {
      String body = "    int a = 1;\n".repeat(59);
      SourceFile file = planted("""
          class Outer {
            static {
          %1$s  }
            record Inner() {
              void act() {
          %1$s    }
            }
          }
          """.formatted(body));
      assertThat(longBodies(List.of(file)).keySet())
          .containsExactly("Outer.<init>", "Outer.Inner.act");
    }

    @Test
    void ofAConstructorButNotOfARecord() {
      String nine = "int a, int b, int c, int d, int e, int f, int g, int h, int i";
      SourceFile file = planted("""
          class Wide {
            Wide(%1$s) {}
            record Values(%1$s) {
              Values {}
            }
          }
          """.formatted(nine));
      assertThat(wideConstructors(List.of(file)))
          .containsExactly(Map.entry("Wide", "9 parameters"));
    }

    @Test
    void ofAPackage() {
      List<SourceFile> files = List.of(
          planted("class One {} record Two() {}" + "enum Three {}".repeat(18)),
          SourceTree.planted("Other.java", "package p; interface Other {}"));
      assertThat(largePackages(files)).containsExactly(Map.entry("p", "21 types"));
    }

    @Test
    void ofAMethodWithTooManyWays() {
      SourceFile file = planted("""
          class Maze {
            int ways(int a) {
              if (a > 1 && a < 9 || a == 20) { return a > 5 ? 1 : 2; }
              for (int i : new int[a]) { while (i > 0) { i--; } }
              Runnable r = () -> { if (a > 2) { ways(3); } };
              try { r.run(); } catch (RuntimeException e) { do { r.run(); } while (a > 0); }
              return switch (a) {
                case 1, 2 -> 1; case 3 -> 2; case 4 -> 3; case 5 -> 4; case 6 -> 5; case 7 -> 6;
                default -> 0;
              };
            }
          }
          """);
      assertThat(branchingMethods(List.of(file)))
          .containsExactly(Map.entry("Maze.ways", "16 ways through"));
    }

    private static SourceFile planted(String text) {
      return SourceTree.planted("Planted.java", "package p; " + text);
    }
  }

  private static Map<String, String> longFiles(List<SourceFile> files) {
    Map<String, String> found = new TreeMap<>();
    for (SourceFile file : files) {
      int lines = file.lines().size();
      if (lines > FILE_LINES) {
        found.put(file.path(), lines + " lines");
      }
    }
    return found;
  }

  private static Map<String, String> longBodies(List<SourceFile> files) {
    Map<String, String> found = new TreeMap<>();
    for (Shape shape : shapes(files)) {
      if (shape.lines() > BODY_LINES) {
        found.put(shape.name(), shape.lines() + " lines");
      }
    }
    return found;
  }

  private static Map<String, String> wideConstructors(List<SourceFile> files) {
    Map<String, String> found = new TreeMap<>();
    for (Shape shape : shapes(files)) {
      boolean measured = shape.constructor() && !shape.ofRecord();
      if (measured && shape.parameters() > CONSTRUCTOR_PARAMETERS) {
        found.put(shape.name().replace(".<new>", ""), shape.parameters() + " parameters");
      }
    }
    return found;
  }

  private static Map<String, String> branchingMethods(List<SourceFile> files) {
    Map<String, String> found = new TreeMap<>();
    for (Shape shape : shapes(files)) {
      if (shape.paths() > PATHS) {
        found.put(shape.name(), shape.paths() + " ways through");
      }
    }
    return found;
  }

  private static Map<String, String> largePackages(List<SourceFile> files) {
    Map<String, Integer> types = new TreeMap<>();
    for (SourceFile file : files) {
      int here = file.tree().getTypeDecls().size();
      types.merge(file.packageName(), here, Integer::sum);
    }
    Map<String, String> found = new TreeMap<>();
    types.forEach((name, count) -> {
      if (count > PACKAGE_TYPES) {
        found.put(name, count + " types");
      }
    });
    return found;
  }

  private static List<Shape> shapes(List<SourceFile> files) {
    return files.stream().flatMap(file -> Shapes.of(file).stream()).toList();
  }
}
