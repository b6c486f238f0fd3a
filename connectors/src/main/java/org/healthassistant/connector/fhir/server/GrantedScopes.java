package org.healthassistant.connector.fhir.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a token may read, by the scopes that it was given, which may be fewer than were asked
/// for. Some servers leave out without a word what no scope holds: so what is not granted is not
/// asked for, and told as unread.
record GrantedScopes(List<Scope> scopes) {
  private static final Pattern SCOPE = Pattern.compile(
      "(?:system|user|patient)/(?<type>\\*|[A-Za-z]+)\\.(?<may>read|write|\\*|[cruds]+)"
          + "(?<query>\\?.*)?");

  /// All, for servers without tokens.
  static final GrantedScopes ALL = of("system/*.read");

  /// How much of a type may be read.
  enum Extent {
    NOTHING,
    /// Some of it, by a query in the scope: what else there is nobody tells.
    SOME,
    ALL
  }

  /// One scope.
  ///
  /// @param type `*` for every type
  /// @param whole whether it is not narrowed by a query
  record Scope(String type, boolean whole) {}

  /// Reads scopes; those that let nothing be searched are left out.
  static GrantedScopes of(@Nullable String text) {
    List<Scope> found = new ArrayList<>();
    for (String each : (text == null ? "" : text).split("\\s+")) {
      Matcher matcher = SCOPE.matcher(each);
      if (matcher.matches() && mayBeSearched(matcher.group("may"))) {
        found.add(new Scope(matcher.group("type"), matcher.group("query") == null));
      }
    }
    return new GrantedScopes(List.copyOf(found));
  }

  /// How much of a type may be read.
  Extent extent(String type) {
    Extent most = Extent.NOTHING;
    for (Scope scope : scopes) {
      if (scope.type().equals("*") || scope.type().equals(type)) {
        Extent here = scope.whole() ? Extent.ALL : Extent.SOME;
        most = here.compareTo(most) > 0 ? here : most;
      }
    }
    return most;
  }

  /// `read` and `*` of SMART 1, `rs` with others of SMART 2.
  private static boolean mayBeSearched(String may) {
    return may.equals("read")
        || may.equals("*")
        || (!may.equals("write") && may.contains("r") && may.contains("s"));
  }
}
