package org.healthassistant.assistant.sms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.healthassistant.assistant.turn.Inbound.Keyword;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The keywords of the channel. Only a whole message is one: case, accents, punctuation and space
/// do not matter, nor do courtesies, a telephone's signature or saying it twice; any other word
/// does. So "Stop. Thank you" ends the texts and "Should I stop my metformin?" is a question.
///
/// Besides the wordings that are listed, an opt-out is what has only words of a small frame:
/// "cancel all your texts". Where both an ending and a forbidding word stand, as in "do not
/// stop the texts", it is none. What may be meant as one is asked back. Data in
/// `sms/keywords.yaml`.
@Component
class Keywords {

  private static final String FILE = "/sms/keywords.yaml";

  /// In UTF-16 units; a longer message says more than a keyword.
  private static final int LONGEST = 200;

  private final Map<String, Keyword> byText;
  private final List<String> courtesies;
  private final List<String> signatures;
  private final Map<String, Set<String>> frame;

  Keywords() {
    Map<String, List<String>> words = read();
    this.courtesies = longestFirst(words.getOrDefault("courtesies", List.of()));
    this.signatures = words.getOrDefault("signatures", List.of()).stream()
        .map(Keywords::folded)
        .toList();
    Map<String, Set<String>> frame = new HashMap<>();
    for (String part : List.of("ends", "forbids", "about", "filler", "wants", "receives")) {
      frame.put(part, Set.copyOf(longestFirst(words.getOrDefault(part, List.of()))));
    }
    this.frame = Map.copyOf(frame);
    this.byText = index(words);
  }

  /// What the message is as a keyword; `NONE` for nearly all.
  Keyword match(String message) {
    Keyword whole = byText.getOrDefault(folded(message), Keyword.NONE);
    if (whole != Keyword.NONE || message.length() > LONGEST) {
      return whole;
    }
    String bare = withoutCourtesies(folded(withoutSignature(message)));
    Keyword listed = byText.getOrDefault(once(bare), Keyword.NONE);
    boolean asks = message.contains("?");
    if (listed == Keyword.HELP || asks && listed != Keyword.STOP) {
      // A cry for help with more words is read by the screen, and so is a question.
      return Keyword.NONE;
    }
    if (asks) {
      return listed;
    }
    return listed == Keyword.NONE ? framed(parts(bare)) : listed;
  }

  private Keyword framed(List<String> parts) {
    boolean complains =
        parts.stream().anyMatch(is("receives")) && parts.stream().noneMatch(is("wants"));
    if (!isFramed(parts)) {
      return Keyword.NONE;
    }
    return complains ? Keyword.STOP_IN_DOUBT : Keyword.STOP;
  }

  private boolean isFramed(List<String> parts) {
    boolean ends = parts.stream().anyMatch(is("ends"));
    boolean forbids = parts.stream().anyMatch(is("forbids"));
    return ends != forbids
        && parts.stream().anyMatch(is("about"))
        && parts.stream().allMatch(part -> frame.values().stream().anyMatch(l -> l.contains(part)));
  }

  private Predicate<String> is(String part) {
    return frame.getOrDefault(part, Set.of())::contains;
  }

  /// The words, with those that the frame knows as pairs or triples kept together.
  private List<String> parts(String bare) {
    List<String> words = List.of(bare.split(" "));
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int taken = 1;
      for (int many = Math.min(3, words.size() - at); many > 1; many--) {
        String together = String.join(" ", words.subList(at, at + many));
        if (frame.values().stream().anyMatch(list -> list.contains(together))) {
          taken = many;
          break;
        }
      }
      parts.add(String.join(" ", words.subList(at, at + taken)));
      at += taken;
    }
    return parts;
  }

  private String withoutSignature(String message) {
    return message
        .lines()
        .filter(line -> signatures.stream().noneMatch(folded(line)::startsWith))
        .collect(Collectors.joining("\n"));
  }

  private String withoutCourtesies(String folded) {
    String rest = " " + folded + " ";
    for (String courtesy : courtesies) {
      String taken;
      do {
        taken = rest;
        rest = rest.replace(" " + courtesy + " ", " ");
      } while (!taken.equals(rest));
    }
    return rest.strip();
  }

  /// What is said several times, once: `stop stop` is `stop`.
  private static String once(String bare) {
    List<String> words = List.of(bare.split(" "));
    for (int length = 1; length <= words.size() / 2; length++) {
      String first = String.join(" ", words.subList(0, length));
      if (words.size() % length == 0
          && bare.equals(String.join(" ", Collections.nCopies(words.size() / length, first)))) {
        return first;
      }
    }
    return bare;
  }

  private static List<String> longestFirst(List<String> phrases) {
    return phrases.stream()
        .map(Keywords::folded)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static Map<String, Keyword> index(Map<String, List<String>> words) {
    Map<String, Keyword> index = new HashMap<>();
    List<String> problems = new ArrayList<>();
    EnumSet.complementOf(EnumSet.of(Keyword.NONE)).forEach(keyword -> {
      String name = keyword.name().toLowerCase(Locale.ROOT);
      for (String text : words.getOrDefault(name, List.of())) {
        if (folded(text).isEmpty() || index.put(folded(text), keyword) != null) {
          problems.add("'" + text + "' under " + name + " is empty or there twice");
        }
      }
    });
    if (!problems.isEmpty()) {
      throw new IllegalStateException("SM-001: " + FILE + " has " + problems.size() + " problems: "
          + String.join("; ", problems));
    }
    return Map.copyOf(index);
  }

  private static Map<String, List<String>> read() {
    try (InputStream in = Objects.requireNonNull(Keywords.class.getResourceAsStream(FILE), FILE)) {
      return YAMLMapper.builder().build().readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
