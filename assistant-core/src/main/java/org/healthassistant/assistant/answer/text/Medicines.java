package org.healthassistant.assistant.answer.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Recognises names of medicines (`answer/medicines.yaml`): brands and Spanish names count as the
/// generic one; names that are not listed are known by their endings.
public final class Medicines {

  public static final Medicines BUILT_IN =
      new Medicines(AnswerData.read("medicines.yaml", Data.class));

  private static final Pattern PLURAL = Pattern.compile("s$");

  private final Map<String, String> generic = new HashMap<>();
  private final Map<String, List<String>> classes;
  private final List<String> endings;
  private final Set<String> others;

  private Medicines(Data data) {
    data.names().forEach((name, more) -> {
      generic.put(name, name);
      more.forEach(other -> generic.put(other, name));
    });
    classes = data.classes();
    endings = data.endings();
    others = Set.copyOf(data.notMedicines());
  }

  /// The generic name of a folded word, also in the plural; empty when the word names no
  /// medicine. A name known by its ending stands for itself.
  public Optional<String> genericName(String word) {
    String known = generic.getOrDefault(word, generic.get(PLURAL.matcher(word).replaceFirst("")));
    if (known != null) {
      return Optional.of(known);
    }
    boolean ends =
        word.length() > 6 && !others.contains(word) && endings.stream().anyMatch(word::endsWith);
    return ends ? Optional.of(word) : Optional.empty();
  }

  /// The generic names of all medicines that a text names, as written by anybody.
  public Set<String> namedIn(String text) {
    return TextNormalizer.cut(TextNormalizer.fold(text)).stream()
        .flatMap(word -> genericName(word).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The names with the classes they belong to.
  public Set<String> withClasses(Set<String> names) {
    Set<String> all = new HashSet<>(names);
    classes.forEach((name, members) -> {
      if (members.stream().anyMatch(names::contains)) {
        all.add(name);
      }
    });
    return all;
  }

  private record Data(
      List<String> endings,
      List<String> notMedicines,
      Map<String, List<String>> classes,
      Map<String, List<String>> names) {}
}
