package org.healthassistant.assistant.answer.request;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.knowledge.text.Language;

/// Of whom a question is (`answer/for-whom.yaml`): of the one who writes, or of somebody else, of
/// whom the writer's record says nothing.
public enum ForWhom {
  /// The one who writes, or nobody in particular.
  WRITER,
  /// People of a kind, such as children.
  PEOPLE,
  /// A relative, a friend, a child.
  ANOTHER;

  private static final Patterns PATTERNS =
      Patterns.of(AnswerData.read("for-whom.yaml", Data.class));

  /// Of whom a message is. One that names somebody else only by `she` or `ella` is of whomever
  /// the messages before it were.
  ///
  /// @param earlier the writer's own messages before it, oldest first; may be empty
  public static ForWhom of(String text, List<String> earlier) {
    String plain = PhraseMatcher.plain(text);
    if (PATTERNS.asksOfSelf(plain)) {
      return WRITER;
    }
    if (PATTERNS.finds(PATTERNS.another(), plain)) {
      return ANOTHER;
    }
    if (PATTERNS.finds(PATTERNS.people(), plain)) {
      return PEOPLE;
    }
    boolean refers = PATTERNS.pronoun().matcher(plain).find() || PATTERNS.leads(plain);
    return refers && !earlier.isEmpty()
        ? of(earlier.getLast(), earlier.subList(0, earlier.size() - 1))
        : WRITER;
  }

  /// The words of both languages as patterns over a plain message.
  ///
  /// @param own the writer asks or tells of himself
  /// @param care what the writer does for somebody, which is not of himself
  /// @param unborn words on carrying or nursing a child
  /// @param baby the child that is carried
  private record Patterns(
      Pattern another,
      Pattern people,
      Pattern own,
      Pattern care,
      Pattern unborn,
      Pattern baby,
      Pattern pronoun,
      Pattern lead) {

    static Patterns of(Data data) {
      String relatives = any(data.relatives());
      String mine = any(data.mine());
      return new Patterns(
          Pattern.compile(" " + mine + "(?: [a-z0-9]+)? " + relatives + "s? "),
          Pattern.compile(" " + any(data.groups()) + " "),
          Pattern.compile(" " + any(data.own()) + " "),
          Pattern.compile(" " + any(data.care()) + " "),
          Pattern.compile(" " + any(data.unborn()) + " "),
          Pattern.compile(" " + any(data.baby()) + " "),
          Pattern.compile(" " + any(data.pronouns()) + " "),
          Pattern.compile("^ " + any(data.leads()) + " "));
    }

    /// Whether what remains without the words of care asks or tells of the writer.
    boolean asksOfSelf(String plain) {
      String rest = care.matcher(plain).replaceAll(" ");
      return own.matcher(rest).find();
    }

    /// Whether such people are named; a child that is not born yet is nobody.
    boolean finds(Pattern people, String plain) {
      boolean carried = unborn.matcher(plain).find();
      return people
          .matcher(carried ? baby.matcher(plain).replaceAll(" ") : plain)
          .find();
    }

    boolean leads(String plain) {
      return lead.matcher(plain).find();
    }

    /// Longer phrases first, so that the longest is found.
    private static String any(Map<Language, List<String>> phrases) {
      return phrases.values().stream()
          .flatMap(List::stream)
          .map(phrase -> PhraseMatcher.plain(phrase).strip())
          .sorted((a, b) -> b.length() - a.length())
          .collect(Collectors.joining("|", "(?:", ")"));
    }
  }

  /// The data file, by language.
  ///
  /// @param mine words before a relative, such as `my`
  /// @param relatives people of whom somebody asks
  /// @param groups people who are not the writer, such as `for kids`
  /// @param own words by which the writer speaks of himself
  /// @param care words with the writer in them that are of somebody else: `can i give`
  /// @param unborn words on carrying or nursing a child
  /// @param baby the child that is carried, such as `my baby`
  /// @param pronouns words for somebody named before
  /// @param leads words with which a message goes on from the one before
  private record Data(
      Map<Language, List<String>> mine,
      Map<Language, List<String>> relatives,
      Map<Language, List<String>> groups,
      Map<Language, List<String>> own,
      Map<Language, List<String>> care,
      Map<Language, List<String>> unborn,
      Map<Language, List<String>> baby,
      Map<Language, List<String>> pronouns,
      Map<Language, List<String>> leads) {}
}
