package org.healthassistant.assistant.safety;

import java.util.Collection;
import java.util.List;

/// The fixed sentences for patients: no model writes them, and they claim nothing that did not
/// happen.
///
/// Each method takes a language (`en`, `es`, or a longer tag such as `es-MX`); another language
/// gets English. The lists are in reading order and never empty.
public final class FixedWording {

  private FixedWording() {}

  /// The wording of a region, with its emergency and crisis numbers.
  ///
  /// @param region a country code such as `US`
  /// @throws IllegalArgumentException if no data file has the region; names those there are
  public static FixedWording forRegion(String region) {
    throw new UnsupportedOperationException(region);
  }

  /// For an `EMERGENCY` by this message: what to do at once, the crisis lines its categories need,
  /// what has been done, and that an AI writes this.
  public List<WordedSentence> emergency(Collection<String> categories, String language) {
    throw new UnsupportedOperationException();
  }

  /// For a `SAME_DAY`: that it is in the care team's inbox, and when not to wait.
  ///
  /// @param categories those of the decision; suicide categories add the crisis line
  public List<WordedSentence> sameDay(Collection<String> categories, String language) {
    throw new UnsupportedOperationException();
  }

  /// For a `ROUTINE`: that it is in the care team's inbox.
  public List<WordedSentence> routine(String language) {
    throw new UnsupportedOperationException();
  }

  /// The line that comes first in every reply while an `EMERGENCY` is open.
  public WordedSentence emergencyStillOpen(String language) {
    throw new UnsupportedOperationException();
  }

  /// For a patient who asked for a person.
  public List<WordedSentence> handoff(String language) {
    throw new UnsupportedOperationException();
  }

  /// When there is no vetted answer: says so and offers a person.
  public List<WordedSentence> decline(String language) {
    throw new UnsupportedOperationException();
  }

  /// That an AI writes here, and how to reach a person.
  public WordedSentence aiDisclosure(String language) {
    throw new UnsupportedOperationException();
  }

  /// The help text of the text-message channel, with emergency and crisis numbers.
  public List<WordedSentence> help(String language) {
    throw new UnsupportedOperationException();
  }

  /// Any other sentence by its id.
  ///
  /// @throws IllegalArgumentException if there is none of that id
  public WordedSentence sentence(String id, String language) {
    throw new UnsupportedOperationException();
  }
}
