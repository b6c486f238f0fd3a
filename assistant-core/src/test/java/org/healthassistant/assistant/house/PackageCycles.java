package org.healthassistant.assistant.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Packages that depend on each other, directly or by way of others; a package and the one that
/// it stands in count as two.
final class PackageCycles {

  private PackageCycles() {}

  /// Finds them among our own packages; see [#among(JavaClasses, String)].
  static Map<String, String> among(JavaClasses classes) {
    return among(classes, "org.healthassistant.");
  }

  /// Finds every package that can be reached from itself, with one of the ways back.
  ///
  /// @param prefix what the names of the packages looked at begin with
  /// @return package by package the types through which it leads to others of its cycle
  static Map<String, String> among(JavaClasses classes, String prefix) {
    Map<String, Map<String, String>> arrows = arrows(classes, prefix);
    Map<String, String> found = new TreeMap<>();
    for (String from : arrows.keySet()) {
      Set<String> wrong = new TreeSet<>();
      arrows.get(from).forEach((to, how) -> {
        if (reached(arrows, to).contains(from)) {
          wrong.add(how);
        }
      });
      if (!wrong.isEmpty()) {
        found.put(from, wrong.toString());
      }
    }
    return found;
  }

  private static Map<String, Map<String, String>> arrows(JavaClasses classes, String prefix) {
    Map<String, Map<String, String>> arrows = new TreeMap<>();
    for (JavaClass type : classes) {
      String from = type.getPackageName();
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        String to = target.getPackageName();
        if (from.startsWith(prefix) && to.startsWith(prefix) && !to.equals(from)) {
          arrows
              .computeIfAbsent(from, unused -> new TreeMap<>())
              .putIfAbsent(to, type.getName() + " -> " + target.getName());
        }
      }
    }
    return arrows;
  }

  private static Set<String> reached(Map<String, Map<String, String>> arrows, String start) {
    Set<String> seen = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(start));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (seen.add(next)) {
        open.addAll(arrows.getOrDefault(next, Map.of()).keySet());
      }
    }
    return seen;
  }
}
