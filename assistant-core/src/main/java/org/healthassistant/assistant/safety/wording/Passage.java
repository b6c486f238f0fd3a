package org.healthassistant.assistant.safety.wording;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is said about one category at one level: ids of sentences.
///
/// @param about the category
/// @param say to the person in danger, the thing to do first
/// @param helper to somebody who writes for that person; null: `say` fits both
/// @param line what is never left out where the category is one of several; null: nothing
/// @param ask the question whether the person is safe; null: none
/// @param askHelper the same to a helper; null: `ask` fits both
/// @param sources the pages that the sentences rest on
public record Passage(
    String about,
    List<String> say,
    @Nullable List<String> helper,
    @Nullable String line,
    @Nullable String ask,
    @Nullable String askHelper,
    List<Source> sources) {

  /// A public-domain page.
  ///
  /// @param date as of when it is cited, as `2026-11-30`
  public record Source(String name, String url, String date) {}

  List<String> say(Listener listener) {
    return helper == null || !listener.helps() ? say : helper;
  }

  Optional<String> ask(Listener listener) {
    if (!listener.mayBeAsked()) {
      return Optional.empty();
    }
    return Optional.ofNullable(askHelper == null || !listener.helps() ? ask : askHelper);
  }

  Optional<String> lineOf() {
    return Optional.ofNullable(line);
  }
}
