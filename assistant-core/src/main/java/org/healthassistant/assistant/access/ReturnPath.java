package org.healthassistant.assistant.access;

import java.util.regex.Pattern;

/// Where a person goes after signing in: a page of this service, whatever the address says.
public final class ReturnPath {

  /// The care team's first page.
  public static final String WORKSPACE = "/workspace";

  private static final Pattern IN_WORKSPACE =
      Pattern.compile("/workspace([/?][A-Za-z0-9/?&=_.%-]*)?");

  private ReturnPath() {}

  /// The path itself where it is one of the workspace, else another.
  public static String inWorkspace(String path, String otherwise) {
    return IN_WORKSPACE.matcher(path).matches() ? path : otherwise;
  }
}
