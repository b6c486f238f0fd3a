package org.healthassistant.assistant.safety.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.healthassistant.assistant.safety.text.AnnotatedText;
import org.healthassistant.assistant.safety.text.Hit;
import org.healthassistant.assistant.safety.text.Lexicon;

/// Whether what was written in another conversation and what is written now make one concern.
///
/// They do where each names its part by what it means: a medicine there and a blow here. A single
/// word of place, quality or manner means little alone: it joins only what is open itself, as
/// `my chest` there and `hurts bad` here. `My arm is numb` there is said already, so a cold here
/// adds nothing to it.
public final class Crossing {

  private static final Set<String> VAGUE = Set.of("site", "quality", "cue", "time", "verb");
  private static final Set<String> COMPLAINTS = Set.of("symptom", "danger", "quality");

  private final BitSet vague = new BitSet();
  private final List<Integer> sites = new ArrayList<>();
  private final List<Integer> complaints = new ArrayList<>();

  /// @param lexicon whose concepts the readings are made of
  public Crossing(Lexicon lexicon) {
    for (var id : lexicon.ids()) {
      var kind = id.substring(0, id.indexOf('/'));
      int number = lexicon.number(id);
      vague.set(number, VAGUE.contains(kind));
      if (kind.equals("site")) {
        sites.add(number);
      }
      if (COMPLAINTS.contains(kind)) {
        complaints.add(number);
      }
    }
  }

  /// Whether a match may stand: always where it lies in one conversation.
  ///
  /// @param own the first message of the conversation at hand; those before it are of others
  boolean joins(AnnotatedText reading, int own, List<Hit> matched) {
    var sides = matched.stream()
        .collect(Collectors.partitioningBy(hit -> reading.message(hit.first()) < own));
    var there = sides.getOrDefault(true, List.of());
    var here = sides.getOrDefault(false, List.of());
    return there.isEmpty()
        || (tells(there) && tells(here))
        || (isOpen(reading, there) && isOpen(reading, here));
  }

  private boolean tells(List<Hit> side) {
    return side.size() > 1 || side.stream().noneMatch(hit -> vague.get(hit.concept()));
  }

  /// Whether no message of these names both a place and, in another word, a complaint.
  private boolean isOpen(AnnotatedText reading, List<Hit> side) {
    return side.stream().map(hit -> reading.message(hit.first())).noneMatch(message -> {
      var places = words(reading, message, sites);
      var troubles = words(reading, message, complaints);
      troubles.andNot(places);
      return !places.isEmpty() && !troubles.isEmpty();
    });
  }

  /// Where such concepts begin in a message.
  private static BitSet words(AnnotatedText reading, int message, List<Integer> concepts) {
    var words = new BitSet();
    concepts.stream()
        .flatMapToInt(concept -> IntStream.of(reading.hitsOf(concept)))
        .map(number -> reading.hit(number).first())
        .filter(word -> reading.message(word) == message)
        .forEach(words::set);
    return words;
  }
}
