package org.healthassistant.assistant.record.terms;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.connector.record.Entry;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;

/// What people call medicines, conditions, allergies and vaccines, and what of a record is meant
/// by it (`record/names.yaml`).
///
/// @param medicines by class or purpose
/// @param conditions by their everyday names
/// @param allergies by what one is allergic to
/// @param vaccines by what they are against
/// @param notSurgery words of a procedure's name by which it is no operation
public record LayNames(
    List<LayName> medicines,
    List<LayName> conditions,
    List<LayName> allergies,
    List<LayName> vaccines,
    List<String> notSurgery) {

  private static final LayNames BUILT_IN = RecordData.read("names.yaml", LayNames.class);

  /// The names that ship with the product.
  public static LayNames builtIn() {
    return BUILT_IN;
  }

  /// The name that a message says: the longest that stands in it.
  ///
  /// @param folded the message or the words of it that name something, folded
  public static Optional<LayName> in(List<LayName> names, String folded) {
    return names.stream()
        .filter(name -> name.length(folded) > 0)
        .max(Comparator.comparingInt(name -> name.length(folded)));
  }

  /// One name.
  ///
  /// @param asked words of a message by language, folded
  /// @param labels beginnings of words of a record's names
  /// @param cvx codes of vaccines; null: none
  /// @param name what it is called; null: as it was asked
  public record LayName(
      Map<Language, List<String>> asked,
      List<String> labels,
      @Nullable List<String> cvx,
      @Nullable Map<Language, String> name) {

    private static final String CVX = "http://hl7.org/fhir/sid/cvx";

    /// Whether an entry is meant, by code or by the words of its label and of other texts.
    public boolean matches(Entry entry, String... texts) {
      boolean coded = cvx != null
          && entry.codes().stream()
              .anyMatch(code -> code.system().equals(CVX) && cvx.contains(code.code()));
      String folded = RecordData.folded(entry.label() + " " + String.join(" ", texts));
      return coded || labels.stream().anyMatch(label -> RecordData.contains(folded, label));
    }

    /// How long the longest of its words is that stands in a folded text; 0: none does.
    int length(String folded) {
      return asked.values().stream()
          .flatMap(Collection::stream)
          .filter(word -> folded.contains(" " + word + " "))
          .mapToInt(String::length)
          .max()
          .orElse(0);
    }
  }
}
