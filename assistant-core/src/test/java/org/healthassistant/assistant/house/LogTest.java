package org.healthassistant.assistant.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// No exception is logged whole: its message may hold what a patient wrote or what a record says,
/// for it comes from a model, a server, a parser or a database. Its class and a code of ours tell
/// an operator what to do.
class LogTest {

  @Test
  void noExceptionIsLoggedWhole() {
    NotYet.check("exceptions logged whole", logged(SourceTree.production()), Set.of());
  }

  @Test
  void findsAPlantedOne() {
    SourceFile file = SourceTree.planted("Loud.java", """
        package org.healthassistant.p;
        class Loud {
          void a() {
            try {
              b();
            } catch (RuntimeException broken) {
              LOG.warn("it broke: {}", broken.getClass().getName());
              LOG.warn("it broke", broken);
            }
          }
        }
        """);
    assertThat(logged(List.of(file))).containsExactly(Map.entry("Loud", "line 8"));
  }

  private static Map<String, String> logged(List<SourceFile> files) {
    Map<String, String> found = new TreeMap<>();
    for (SourceFile file : files) {
      Deque<String> caught = new ArrayDeque<>();
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitCatch(CatchTree node, Void unused) {
          caught.push(node.getParameter().getName().toString());
          super.visitCatch(node, unused);
          caught.pop();
          return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
          if (node.getMethodSelect().toString().startsWith("LOG.")) {
            for (ExpressionTree argument : node.getArguments()) {
              if (argument instanceof IdentifierTree name
                  && caught.contains(name.getName().toString())) {
                found.put(file.simpleName(), "line " + file.line(node));
              }
            }
          }
          return super.visitMethodInvocation(node, unused);
        }
      }.scan(file.tree(), null);
    }
    return found;
  }
}
