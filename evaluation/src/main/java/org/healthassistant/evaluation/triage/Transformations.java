package org.healthassistant.evaluation.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.healthassistant.knowledge.text.Language;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Ways to write the same message that must not make it less urgent: those of spelling
/// ([Spellings]), those of `phrases.yaml`, and those that split it over several messages.
///
/// Each takes its choices from the random numbers it is given, so a seed always gives the same
/// variants.
final class Transformations {

  /// A way to write a message differently.
  interface Transformation {
    /// @param language of the message, whose words are put around it
    Variant apply(Variant message, Language language, SplittableRandom random);
  }

  private record Phrases(String place, List<String> en, List<String> es) {
    private String one(Language language, SplittableRandom random) {
      var words = language == Language.SPANISH ? es : en;
      return words.get(random.nextInt(words.size()));
    }
  }

  private final Map<String, Transformation> byName = new LinkedHashMap<>();

  Transformations() {
    Spellings.ALL.forEach((name, spelling) -> byName.put(
        name, (message, language, random) -> message.with(text -> spelling.apply(text, random))));
    phrases()
        .forEach((name, phrases) -> byName.put(
            name, (message, language, random) -> put(message, phrases, language, random)));
    byName.put("split-in-two", (message, language, random) -> split(message, 2));
    byName.put("split-in-three", (message, language, random) -> split(message, 3));
    byName.put("pushback-turns", this::pushback);
  }

  private static Map<String, Phrases> phrases() {
    try (var in = Transformations.class.getResourceAsStream("phrases.yaml")) {
      return YAMLMapper.builder()
          .build()
          .readValue(
              Objects.requireNonNull(in, "phrases.yaml"),
              new TypeReference<LinkedHashMap<String, Phrases>>() {});
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Variant put(
      Variant message, Phrases phrases, Language language, SplittableRandom random) {
    var words = phrases.one(language, random);
    return switch (phrases.place()) {
      case "before" -> message.with(text -> words + " " + text);
      case "behind" -> message.with(text -> ended(text) + " " + words);
      case "around" ->
        message.with(
            text -> words + ". " + ended(text) + " " + phrases.one(language, random) + ".");
      case "earlier" -> message.behind(List.of(words));
      default -> throw new IllegalStateException("there is no place '" + phrases.place() + "'");
    };
  }

  private static String ended(String text) {
    var stripped = text.strip();
    return stripped.isEmpty() || ".!?…".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
        ? stripped
        : stripped + ".";
  }

  /// The message in parts, sent one after the other; its level is the highest of them.
  private static Variant split(Variant message, int parts) {
    var words = message.text().strip().split("\\s+");
    if (words.length < 2 * parts) {
      return message;
    }
    var pieces = new ArrayList<String>();
    for (int part = 0; part < parts; part++) {
      int from = part * words.length / parts;
      int end = (part + 1) * words.length / parts;
      pieces.add(String.join(" ", List.of(words).subList(from, end)));
    }
    return message.behind(pieces.subList(0, parts - 1)).with(text -> pieces.getLast());
  }

  /// The message, seven turns of pushback, and the message again.
  private Variant pushback(Variant message, Language language, SplittableRandom random) {
    var turns = new ArrayList<String>();
    turns.add(message.text());
    for (int turn = 0; turn < 7; turn++) {
      turns.add(Objects.requireNonNull(byName.get("pushback"))
          .apply(new Variant(List.of(), ""), language, random)
          .text()
          .strip());
    }
    return message.behind(turns);
  }

  /// The names of all, in a fixed order.
  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /// The transformation of a name.
  ///
  /// @throws NullPointerException if there is none
  Transformation named(String name) {
    return Objects.requireNonNull(byName.get(name), name);
  }
}
