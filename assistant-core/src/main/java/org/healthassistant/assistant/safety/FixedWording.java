package org.healthassistant.assistant.safety;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.healthassistant.assistant.safety.rules.PackFile;
import org.healthassistant.assistant.safety.rules.PackFiles;
import org.healthassistant.assistant.safety.wording.Listener;
import org.healthassistant.assistant.safety.wording.Voices;
import org.healthassistant.assistant.safety.wording.WordingPlan;
import org.healthassistant.knowledge.text.Language;

/// The fixed sentences for patients: no model writes them, and they claim nothing that did not
/// happen. Which of them a reply consists of stands in `safety/wording/<region>.yaml`; how they
/// read stands with all other words for patients, which are handed in.
///
/// Each method takes the reader's language. The lists are in reading order and never empty; those
/// for an `EMERGENCY` and a `SAME_DAY` have at most four sentences, the thing to do first.
public final class FixedWording {

  private static final List<String> REGIONS = List.of("US");
  private static final List<String> REPLIES = List.of("routine", "handoff", "decline", "help");
  private static final String WORSE_TODAY = "same-day.worse";
  private static final String CONTACT_UNSAFE = "contact.unsafe";
  private static final String CONTACT_QUESTION = "ask.contact";
  private static final List<String> SINGLE = List.of("ai", CONTACT_UNSAFE, WORSE_TODAY);

  /// The data of a region.
  private record File(
      WordingPlan emergency, WordingPlan sameDay, Open open, Map<String, List<String>> replies) {}

  /// The quiet lines.
  private record Open(String emergency, String crisis, String sameDay) {
    private Stream<String> ids() {
      return Stream.of(emergency, crisis, sameDay);
    }
  }

  private final File file;
  private final Map<Language, Map<String, String>> texts;
  private final Voices voices = Voices.builtIn();

  private FixedWording(File file, Map<Language, Map<String, String>> texts) {
    this.file = file;
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
    var read = files.read(name, File.class);
    files.failOnProblems();
    var texts = Language.each(language -> sentences.apply("safety." + region, language));
    var wording = new FixedWording(read.orElseThrow(), texts);
    wording.check(files, name);
    return wording;
  }

  private void check(PackFiles files, String name) {
    REPLIES.stream()
        .filter(reply -> file.replies().getOrDefault(reply, List.of()).isEmpty())
        .forEach(reply -> files.problem(name, "says nothing for '" + reply + "'"));
    Stream.of(file.emergency(), file.sameDay())
        .filter(plan -> !plan.tellsOf(WordingPlan.UNCLEAR))
        .forEach(plan -> files.problem(name, "has no passage for '" + WordingPlan.UNCLEAR + "'"));
    var ids = new ArrayList<>(SINGLE);
    Stream.of(file.emergency().ids(), file.sameDay().ids(), file.open().ids())
        .flatMap(some -> some)
        .forEach(ids::add);
    file.replies().values().forEach(ids::addAll);
    texts.values().forEach(sentences -> ids.addAll(sentences.keySet()));
    texts.forEach((language, sentences) -> ids.stream()
        .distinct()
        .filter(id -> sentences.getOrDefault(id, "").isBlank())
        .forEach(id -> files.problem(name, "has no sentence '" + id + "' in '" + language + "'")));
    files.failOnProblems();
  }

  /// Who reads a reply to a message.
  ///
  /// @param mayBeAsked whether to ask if the person is safe, as is done once in an episode
  public Listener listener(String message, boolean mayBeAsked, Language language) {
    return new Listener(voices.isAboutAnother(message, language), mayBeAsked);
  }

  /// Who writes for somebody else, and is known to.
  public Listener helper(boolean mayBeAsked) {
    return new Listener(true, mayBeAsked);
  }

  /// The sentence among those of a reply that asks whether a person is safe; empty: none does.
  public Optional<WordedSentence> asksIfSafe(Collection<String> said, Language language) {
    return Stream.of(file.emergency(), file.sameDay())
        .flatMap(WordingPlan::questions)
        .distinct()
        .map(id -> sentence(id, language))
        .filter(question -> said.contains(question.text()))
        .findFirst();
  }

  /// Whether the wording of a category asks whether the person is safe.
  public boolean asksAbout(String category) {
    return Stream.of(file.emergency(), file.sameDay())
        .anyMatch(plan -> plan.asks(List.of(category)));
  }

  /// Whether the wording of a category asks if writing to the person is safe, too.
  public boolean asksAboutContact(String category) {
    return Stream.of(file.emergency(), file.sameDay())
        .anyMatch(plan -> plan.asks(category, CONTACT_QUESTION));
  }

  /// The one sentence that is texted to somebody whose phone others may see.
  public WordedSentence contactUnsafe(Language language) {
    return sentence(CONTACT_UNSAFE, language);
  }

  /// For an `EMERGENCY` by this message: what to do at once, the crisis lines its categories
  /// need, what has been done, and that an AI writes this.
  ///
  /// @param decision one without categories is worded as if nothing were known of the danger
  public List<WordedSentence> emergency(
      TriageDecision decision, Listener listener, Language language) {
    return worded(file.emergency(), decision, listener, language);
  }

  /// For a `SAME_DAY`: what to do today, when not to wait, and that it is in the care team's
  /// inbox; suicide, self-harm and abuse name their lines.
  ///
  /// @param decision one without categories is worded as if nothing were known of the danger
  public List<WordedSentence> sameDay(
      TriageDecision decision, Listener listener, Language language) {
    return worded(file.sameDay(), decision, listener, language);
  }

  private List<WordedSentence> worded(
      WordingPlan plan, TriageDecision decision, Listener listener, Language language) {
    var leading = decision.findings().stream()
        .filter(finding -> finding.level() == decision.level())
        .map(Finding::category)
        .toList();
    var all = decision.categories();
    return sentences(
        plan.sentences(leading.isEmpty() ? all : leading, all, listener).stream(), language);
  }

  /// For a `ROUTINE`: that it is in the care team's inbox.
  ///
  /// @param categories those of the decision; suicide, self-harm and abuse add their lines
  public List<WordedSentence> routine(Collection<String> categories, Language language) {
    return sentences(
        Stream.concat(ids("routine"), file.sameDay().lines(categories).stream()), language);
  }

  /// The quiet line that comes first in every other reply while an `EMERGENCY` or a `SAME_DAY` is
  /// open.
  ///
  /// @param level of what is open, `SAME_DAY` or above
  /// @param categories of what is open; those of a crisis name the crisis line
  public WordedSentence stillOpen(Level level, Collection<String> categories, Language language) {
    var open = file.open();
    if (file.emergency().asks(categories)) {
      return sentence(open.crisis(), language);
    }
    return sentence(level == Level.EMERGENCY ? open.emergency() : open.sameDay(), language);
  }

  /// When not to wait for the care team, said after what the patient is told of an alert.
  public WordedSentence worse(Level level, Collection<String> categories, Language language) {
    return switch (level) {
      case EMERGENCY -> stillOpen(level, categories, language);
      case SAME_DAY ->
        file.emergency().asks(categories)
            ? stillOpen(level, categories, language)
            : sentence(WORSE_TODAY, language);
      case ROUTINE, SELF_CARE -> sentence("routine.worse", language);
    };
  }

  /// For a patient who asked for a person.
  public List<WordedSentence> handoff(Language language) {
    return sentences(ids("handoff"), language);
  }

  /// When there is no vetted answer: says so and offers a person.
  public List<WordedSentence> decline(Language language) {
    return sentences(ids("decline"), language);
  }

  /// That an AI writes here, and how to reach a person.
  public WordedSentence aiDisclosure(Language language) {
    return sentence("ai", language);
  }

  /// The help text of the text-message channel, with emergency and crisis numbers.
  public List<WordedSentence> help(Language language) {
    return sentences(ids("help"), language);
  }

  /// Any other sentence by its id: `ai`, and all that the replies consist of.
  ///
  /// @throws IllegalArgumentException if there is none of that id
  public WordedSentence sentence(String id, Language language) {
    var text = language.pick(texts).get(id);
    if (text == null) {
      throw new IllegalArgumentException("there is no fixed sentence '" + id + "'");
    }
    return new WordedSentence(id, text);
  }

  private Stream<String> ids(String reply) {
    return Objects.requireNonNull(file.replies().get(reply)).stream();
  }

  private List<WordedSentence> sentences(Stream<String> ids, Language language) {
    return ids.map(id -> sentence(id, language)).toList();
  }
}
