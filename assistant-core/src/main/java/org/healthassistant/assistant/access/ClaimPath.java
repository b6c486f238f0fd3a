package org.healthassistant.assistant.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The way to a claim of a token: its name, or the names of nested objects joined by dots, such
/// as `realm_access.roles`. A claim whose own name holds dots, such as
/// `https://example.org/roles`, goes before nested ones.
record ClaimPath(String path) {

  /// Reads the claim as a list of words: the elements of a list, or a single value; empty where
  /// there is none.
  List<String> words(Map<String, ?> claims) {
    @Nullable Object found = find(claims, path);
    Collection<?> values = found instanceof Collection<?> many ? many : Arrays.asList(found);
    return values.stream().filter(ClaimPath::isPlain).map(String::valueOf).toList();
  }

  private static @Nullable Object find(Map<?, ?> claims, String path) {
    if (claims.get(path) != null) {
      return claims.get(path);
    }
    for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
        Object found = find(inner, path.substring(dot + 1));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean isPlain(@Nullable Object value) {
    return value instanceof String || value instanceof Number;
  }
}
