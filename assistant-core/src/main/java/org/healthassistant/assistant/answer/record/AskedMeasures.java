package org.healthassistant.assistant.answer.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.assistant.record.told.AskedNames;
import org.healthassistant.assistant.record.told.EntryNames;

/// The measures that a message names, the longest names first, also misspelt.
///
/// @param names of the measures; empty where it names none
/// @param used the places of the words that name them
record AskedMeasures(List<String> names, Set<Integer> used) {

  private static final int MISSPELT_FROM = 5;

  private static final Map<String, AskedNames.Asked> KNOWN = AskedNames.measures();

  /// Copies both.
  AskedMeasures {
    names = List.copyOf(names);
    used = Set.copyOf(used);
  }

  /// What is named in a message of words.
  static AskedMeasures in(List<String> tokens) {
    List<Match> matches = new ArrayList<>();
    KNOWN.forEach((key, asked) -> asked.words().forEach(word -> {
      List<String> parts = List.of(word.split(" "));
      for (int i = 0; i + parts.size() <= tokens.size(); i++) {
        if (tokens.subList(i, i + parts.size()).equals(parts)) {
          matches.add(new Match(i, parts.size(), word.length(), true, asked.measures()));
        } else if (parts.size() == 1 && isMisspelt(tokens.get(i), word)) {
          matches.add(new Match(i, 1, word.length(), false, asked.measures()));
        }
      }
    }));
    matches.sort((a, b) -> b.worth() - a.worth());
    Set<Integer> used = new HashSet<>();
    Set<String> names = new LinkedHashSet<>();
    for (Match match : matches) {
      if (match.places().stream().noneMatch(used::contains)) {
        used.addAll(match.places());
        names.addAll(match.measures());
      }
    }
    return new AskedMeasures(List.copyOf(names), used);
  }

  private static boolean isMisspelt(String token, String word) {
    return token.length() >= MISSPELT_FROM
        && word.length() >= MISSPELT_FROM
        && Math.abs(token.length() - word.length()) <= 2
        && !isKnown(token)
        && EntryNames.isMisspelt(token, word);
  }

  private static boolean isKnown(String token) {
    return KNOWN.values().stream().map(AskedNames.Asked::words).anyMatch(w -> w.contains(token));
  }

  /// One name that stands in the message.
  private record Match(int at, int words, int length, boolean exact, Collection<String> measures) {

    int worth() {
      return length + (exact ? 1000 : 0) + words * 100;
    }

    Set<Integer> places() {
      Set<Integer> places = new HashSet<>();
      for (int i = at; i < at + words; i++) {
        places.add(i);
      }
      return places;
    }
  }
}
