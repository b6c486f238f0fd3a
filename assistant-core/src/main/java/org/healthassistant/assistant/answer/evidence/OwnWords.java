package org.healthassistant.assistant.answer.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.healthassistant.assistant.answer.text.AnswerData;
import org.healthassistant.assistant.answer.text.PhraseMatcher;
import org.healthassistant.knowledge.text.Language;

/// Words a question about a grown-up relative as if it were the writer's own, since articles
/// speak to the one who reads them (`answer/own-words.yaml`): `my mother has gout, can she eat
/// fish` as `i have gout can i eat fish`. For looking up alone; it is never shown.
final class OwnWords {

  private static final Data DATA = AnswerData.read("own-words.yaml", Data.class);
  private static final Pattern RELATIVE = Pattern.compile(DATA.relatives().values().stream()
      .flatMap(List::stream)
      .collect(Collectors.joining("|", " (?:(?:my|mi|a mi|our|his|her|su) )(?:", ")s? ")));

  private OwnWords() {}

  /// The message in the writer's own words; empty where it names no such relative.
  static Optional<String> wording(String text) {
    String plain = PhraseMatcher.plain(text);
    if (!RELATIVE.matcher(plain).find()) {
      return Optional.empty();
    }
    String own = RELATIVE.matcher(plain).replaceAll(" " + DATA.somebody() + " ");
    for (Map.Entry<String, String> change : changes().entrySet()) {
      own = own.replace(" " + change.getKey() + " ", " " + change.getValue() + " ");
    }
    return Optional.of(own.replace(" " + DATA.somebody() + " ", " ").strip());
  }

  private static Map<String, String> changes() {
    Map<String, String> all = new LinkedHashMap<>();
    DATA.changes().values().forEach(all::putAll);
    return all;
  }

  /// The data file, by language, folded.
  ///
  /// @param somebody the mark that stands for the relative in `changes`
  /// @param relatives grown-up people
  /// @param changes what stands for what, in this order
  private record Data(
      String somebody,
      Map<Language, List<String>> relatives,
      Map<Language, Map<String, String>> changes) {}
}
