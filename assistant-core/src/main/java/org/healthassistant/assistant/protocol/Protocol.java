package org.healthassistant.assistant.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// One protocol as its file has it.
///
/// @param category of what it raises, where a choice names no other
/// @param unanswered the level of a complaint whose questions stay unanswered
/// @param fragment whether it asks back what a few words may mean, instead of a complaint
/// @param questions in the order in which they are asked, the dangers first
record Protocol(
    String id,
    Source source,
    String category,
    Level unanswered,
    boolean fragment,
    Complaint complaint,
    List<Question> questions) {

  Protocol {
    questions = List.copyOf(questions);
  }

  /// Where the questions and their levels were taken from.
  record Source(String name, String url, String date) {}

  /// How people state it.
  ///
  /// @param symptom what one has: `a headache`; counts where the clause says who has it, or where
  ///     the message says nothing else
  /// @param statement what says by itself that it is there: `my head hurts`
  /// @param whole counts only as the whole message
  /// @param otherLanguage that the message is in none of the languages read here
  /// @param also what must stand in the message besides, such as that it is a child's
  record Complaint(
      @Nullable Map<Language, List<String>> symptom,
      @Nullable Map<Language, List<String>> statement,
      @Nullable Map<Language, List<String>> whole,
      @Nullable Map<Language, List<String>> also,
      @Nullable Boolean otherLanguage) {

    boolean isOtherLanguage() {
      return Boolean.TRUE.equals(otherLanguage);
    }
  }

  /// A question of a protocol.
  ///
  /// @param ask the key of its sentence, where several protocols share it
  /// @param unsure the level of an answer that says that it is not known, or not what
  /// @param bothLanguages whether it is put in all languages, since none is known to be read
  /// @param choices from the most urgent to the least; empty: any answer in own words
  record Question(
      String id,
      @Nullable String ask,
      @Nullable Level unsure,
      @Nullable Boolean bothLanguages,
      @Nullable List<Choice> choices) {

    boolean inBothLanguages() {
      return Boolean.TRUE.equals(bothLanguages);
    }

    List<Choice> offered() {
      return Objects.requireNonNullElse(choices, List.of());
    }

    Level ifUnsure() {
      return Objects.requireNonNullElse(unsure, Level.SELF_CARE);
    }

    /// The most urgent level that any answer has.
    Level highest() {
      return offered().stream().map(Choice::urgency).reduce(ifUnsure(), Level::max);
    }

    Optional<Choice> choice(String id) {
      return offered().stream().filter(one -> one.id().equals(id)).findFirst();
    }
  }

  /// What may be answered.
  ///
  /// @param label the key of its words, where several share them
  /// @param level absent: none
  /// @param means that it is what `yes`, `no` or `none of these` say
  /// @param days of how long it has lasted
  /// @param says the words by which people answer it
  record Choice(
      String id,
      @Nullable String label,
      @Nullable Level level,
      @Nullable String category,
      @Nullable Meaning means,
      @Nullable Days days,
      @Nullable Map<Language, List<String>> says) {

    Level urgency() {
      return Objects.requireNonNullElse(level, Level.SELF_CARE);
    }
  }

  /// What a choice is, in every language alike.
  enum Meaning {
    @JsonProperty("yes")
    YES,
    @JsonProperty("no")
    NO,
    @JsonProperty("none")
    NONE
  }

  /// A span of days: from so many on, and fewer than so many.
  record Days(@Nullable Integer from, @Nullable Integer below) {

    boolean holds(double days) {
      return (from == null || days >= from) && (below == null || days < below);
    }
  }
}
