package org.healthassistant.assistant.safety.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One data file of a rule pack.
///
/// @param name its path within the pack, such as `rules/chest-pain.yaml`
/// @param text what stands in it
public record PackFile(String name, String text) {

  /// A file of the pack that ships with the product.
  ///
  /// @throws BrokenRulePack if there is none of that name
  public static PackFile resource(String name) {
    try (var stream = PackFile.class.getResourceAsStream("/safety/" + name)) {
      if (stream == null) {
        throw new BrokenRulePack(List.of(name + " is missing from the class path"));
      }
      return new PackFile(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("safety/" + name + " cannot be read", unreadable);
    }
  }
}
