package org.healthassistant.assistant.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.util.List;

/// One file of ours as the compiler's parser reads it.
///
/// @param path where it stands below the repository, with `/` between the parts
/// @param text all of it
/// @param tree what the parser made of it; nothing in it is resolved
/// @param positions where each node of the tree stands in the text
record SourceFile(String path, String text, CompilationUnitTree tree, SourcePositions positions) {

  /// Tells whether it is production code; else it is a test.
  boolean production() {
    return path.contains("/src/main/");
  }

  /// The package it declares; empty where it declares none.
  String packageName() {
    return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
  }

  /// The room of the service that it belongs to; empty where it belongs to none.
  String room() {
    String service = "org.healthassistant.assistant.";
    String name = packageName();
    return name.startsWith(service) ? name.substring(service.length()).split("\\.")[0] : "";
  }

  /// The name of the file without its ending: `Application`.
  String simpleName() {
    return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
  }

  List<String> lines() {
    return text.lines().toList();
  }

  /// The line that a node begins in, counted from 1.
  int line(Tree node) {
    return (int) tree.getLineMap().getLineNumber(positions.getStartPosition(tree, node));
  }

  /// How many lines a node takes, both ends included.
  int lineCount(Tree node) {
    long end = positions.getEndPosition(tree, node) - 1;
    return (int) tree.getLineMap().getLineNumber(end) - line(node) + 1;
  }
}
