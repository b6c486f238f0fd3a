package org.healthassistant.assistant.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// Measures every method, constructor and initializer of a file.
///
/// A lambda counts to the method that it stands in; the methods of an inner, local or anonymous
/// class are measured for themselves.
final class Shapes extends TreeScanner<Void, Void> {

  /// What was measured of one method.
  ///
  /// @param name types and method, without the package: `Door.Bell.ring`
  /// @param line where it begins, counted from 1
  /// @param lines lines of its body, both braces included
  /// @param parameters how many it takes
  /// @param paths its cyclomatic complexity: 1 and one more for each branch
  /// @param constructor whether it makes an object
  /// @param ofRecord whether the type around it is a record
  /// @param lookup whether it is an instance method, not private, named `of`
  record Shape(
      String name,
      int line,
      int lines,
      int parameters,
      int paths,
      boolean constructor,
      boolean ofRecord,
      boolean lookup) {}

  private final SourceFile file;
  private final Deque<ClassTree> types = new ArrayDeque<>();
  private final List<Shape> found = new ArrayList<>();

  private Shapes(SourceFile file) {
    this.file = file;
  }

  /// Measures a file; empty where it has neither method nor initializer.
  static List<Shape> of(SourceFile file) {
    var shapes = new Shapes(file);
    shapes.scan(file.tree(), null);
    return shapes.found;
  }

  @Override
  public Void visitClass(ClassTree type, Void unused) {
    types.push(type);
    for (Tree member : type.getMembers()) {
      if (member instanceof BlockTree initializer) {
        found.add(shape("<init>", initializer, initializer, 0, false, false));
      }
    }
    super.visitClass(type, unused);
    types.pop();
    return null;
  }

  @Override
  public Void visitMethod(MethodTree method, Void unused) {
    boolean constructor = method.getReturnType() == null;
    boolean lookup = method.getName().contentEquals("of")
        && !method.getModifiers().getFlags().contains(Modifier.STATIC)
        && !method.getModifiers().getFlags().contains(Modifier.PRIVATE);
    String name = constructor ? "<new>" : method.getName().toString();
    int parameters = method.getParameters().size();
    found.add(shape(name, method, method.getBody(), parameters, constructor, lookup));
    return super.visitMethod(method, unused);
  }

  private Shape shape(
      String name,
      Tree whole,
      @Nullable BlockTree body,
      int parameters,
      boolean constructor,
      boolean lookup) {
    var branches = new Branches();
    branches.scan(body, null);
    return new Shape(
        path() + "." + name,
        file.line(whole),
        body == null ? 0 : file.lineCount(body),
        parameters,
        branches.paths,
        constructor,
        types.getFirst().getKind() == Kind.RECORD,
        lookup);
  }

  private String path() {
    List<String> names = new ArrayList<>();
    types
        .descendingIterator()
        .forEachRemaining(type -> names.add(type.getSimpleName().toString()));
    return String.join(".", names);
  }

  /// Counts the ways through one body.
  private static final class Branches extends TreeScanner<Void, Void> {

    private int paths = 1;

    @Override
    public Void visitClass(ClassTree inner, Void unused) {
      return null; // Its methods are measured for themselves.
    }

    @Override
    public Void visitIf(IfTree node, Void unused) {
      paths++;
      return super.visitIf(node, unused);
    }

    @Override
    public Void visitForLoop(ForLoopTree node, Void unused) {
      paths++;
      return super.visitForLoop(node, unused);
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree node, Void unused) {
      paths++;
      return super.visitEnhancedForLoop(node, unused);
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree node, Void unused) {
      paths++;
      return super.visitWhileLoop(node, unused);
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree node, Void unused) {
      paths++;
      return super.visitDoWhileLoop(node, unused);
    }

    @Override
    public Void visitCase(CaseTree node, Void unused) {
      boolean otherwise =
          node.getLabels().stream().anyMatch(label -> label.getKind() == Kind.DEFAULT_CASE_LABEL);
      paths += otherwise ? 0 : 1;
      return super.visitCase(node, unused);
    }

    @Override
    public Void visitCatch(CatchTree node, Void unused) {
      paths++;
      return super.visitCatch(node, unused);
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree node, Void unused) {
      paths++;
      return super.visitConditionalExpression(node, unused);
    }

    @Override
    public Void visitBinary(BinaryTree node, Void unused) {
      boolean branches =
          node.getKind() == Kind.CONDITIONAL_AND || node.getKind() == Kind.CONDITIONAL_OR;
      paths += branches ? 1 : 0;
      return super.visitBinary(node, unused);
    }
  }
}
