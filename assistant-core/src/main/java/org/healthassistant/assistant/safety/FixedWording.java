package org.healthassistant.assistant.safety;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.healthassistant.assistant.safety.rules.PackFile;
import org.healthassistant.assistant.safety.rules.PackFiles;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// The fixed sentences for patients: no model writes them, and they claim nothing that did not
/// happen. Here stands which of them a reply consists of (`safety/wording/<region>.yaml`); how
/// they read stands with all other words for patients, which are handed in.
///
/// Each method takes the reader's language. The lists are in reading order and never empty.
public final class FixedWording {

  private static final List<String> REGIONS = List.of("US");
  private static final List<String> REPLIES =
      List.of("emergency", "same-day", "routine", "handoff", "decline", "help");
  private static final List<String> SINGLE = List.of("emergency.open", "ai");

  private record Step(
      String id, @Nullable List<String> when, @Nullable List<String> unless) {

    private boolean belongs(Collection<String> categories) {
      boolean wanted = when == null || when.stream().anyMatch(categories::contains);
      boolean other = unless == null || categories.isEmpty() || !unless.containsAll(categories);
      return wanted && other;
    }
  }

  private final Map<String, List<Step>> replies;
  private final Map<Language, Map<String, String>> texts;

  private FixedWording(Map<String, List<Step>> replies, Map<Language, Map<String, String>> texts) {
    this.replies = replies;
    this.texts = texts;
  }

  /// The wording of a region, with its emergency and crisis numbers.
  ///
  /// @param region a country code such as `US`
  /// @param sentences the sentences of a group in a language by their id; the group of a region
  ///     is `safety.` and its code
  /// @throws IllegalArgumentException if no data file has the region; names those there are
  /// @throws BrokenRulePack if the data shipped is damaged; names every problem
  public static FixedWording forRegion(
      String region, BiFunction<String, Language, Map<String, String>> sentences) {
    if (!REGIONS.contains(region)) {
      throw new IllegalArgumentException(
          "there is no fixed wording for the region '" + region + "'; choose one of " + REGIONS);
    }
    var name = "wording/" + region + ".yaml";
    var files = new PackFiles(List.of(PackFile.resource(name)));
    var replies = files.read(name, new TypeReference<Map<String, List<Step>>>() {});
    var texts = Language.each(language -> sentences.apply("safety." + region, language));
    var wording = new FixedWording(replies.orElse(Map.of()), texts);
    wording.check(files, name);
    return wording;
  }

  private void check(PackFiles files, String file) {
    REPLIES.stream()
        .filter(reply -> replies.getOrDefault(reply, List.of()).isEmpty())
        .forEach(reply -> files.problem(file, "says nothing for '" + reply + "'"));
    var ids = new ArrayList<>(SINGLE);
    replies.values().forEach(steps -> steps.forEach(step -> ids.add(step.id())));
    texts.values().forEach(sentences -> ids.addAll(sentences.keySet()));
    texts.forEach((language, sentences) -> ids.stream()
        .distinct()
        .filter(id -> sentences.getOrDefault(id, "").isBlank())
        .forEach(id -> files.problem(file, "has no sentence '" + id + "' in '" + language + "'")));
    files.failOnProblems();
  }

  /// For an `EMERGENCY` by this message: what to do at once, the crisis lines its categories
  /// need, what has been done, and that an AI writes this.
  ///
  /// @param categories those of the decision; empty gives the general emergency number
  public List<WordedSentence> emergency(Collection<String> categories, Language language) {
    return reply("emergency", categories, language);
  }

  /// For a `SAME_DAY`: that it is in the care team's inbox, and when not to wait.
  ///
  /// @param categories those of the decision; suicide categories add the crisis line
  public List<WordedSentence> sameDay(Collection<String> categories, Language language) {
    return reply("same-day", categories, language);
  }

  /// For a `ROUTINE`: that it is in the care team's inbox.
  public List<WordedSentence> routine(Language language) {
    return reply("routine", List.of(), language);
  }

  /// The line that comes first in every reply while an `EMERGENCY` is open.
  public WordedSentence emergencyStillOpen(Language language) {
    return sentence("emergency.open", language);
  }

  /// For a patient who asked for a person.
  public List<WordedSentence> handoff(Language language) {
    return reply("handoff", List.of(), language);
  }

  /// When there is no vetted answer: says so and offers a person.
  public List<WordedSentence> decline(Language language) {
    return reply("decline", List.of(), language);
  }

  /// That an AI writes here, and how to reach a person.
  public WordedSentence aiDisclosure(Language language) {
    return sentence("ai", language);
  }

  /// The help text of the text-message channel, with emergency and crisis numbers.
  public List<WordedSentence> help(Language language) {
    return reply("help", List.of(), language);
  }

  /// Any other sentence by its id: `ai`, and all that the replies consist of.
  ///
  /// @throws IllegalArgumentException if there is none of that id
  public WordedSentence sentence(String id, Language language) {
    var text = sentences(language).get(id);
    if (text == null) {
      throw new IllegalArgumentException("there is no fixed sentence '" + id + "'");
    }
    return new WordedSentence(id, text);
  }

  private List<WordedSentence> reply(
      String name, Collection<String> categories, Language language) {
    return Objects.requireNonNull(replies.get(name)).stream()
        .filter(step -> step.belongs(categories))
        .map(step -> sentence(step.id(), language))
        .toList();
  }

  private Map<String, String> sentences(Language language) {
    return language.pick(texts);
  }
}
