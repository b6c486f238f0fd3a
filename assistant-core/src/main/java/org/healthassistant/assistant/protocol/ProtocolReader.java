package org.healthassistant.assistant.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.safety.Level;
import org.healthassistant.knowledge.text.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads the protocols of the class path and collects every problem before it fails.
final class ProtocolReader {

  private static final String FOLDER = "/protocol/";
  private static final int MOST_QUESTIONS = 3;
  private static final int MOST_CHOICES = 6;
  private static final YAMLMapper YAML = YAMLMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  private final ProtocolWords words;
  private final List<String> problems = new ArrayList<>();

  /// Which files there are, in the order in which they are tried.
  record Index(List<String> protocols) {}

  ProtocolReader(ProtocolWords words) {
    this.words = words;
  }

  /// The protocols, most particular first.
  ///
  /// @throws BrokenProtocols if any cannot be used
  List<Protocol> read() {
    List<Protocol> read =
        file("index", Index.class).map(Index::protocols).orElse(List.of()).stream()
            .flatMap(name -> file(name, Protocol.class).stream())
            .toList();
    read.forEach(this::check);
    if (!problems.isEmpty()) {
      throw new BrokenProtocols(problems);
    }
    return read;
  }

  /// The ways of speaking shared by all.
  ///
  /// @throws BrokenProtocols if they cannot be read
  Cues cues() {
    return file("cues", Cues.File.class)
        .orElseThrow(() -> new BrokenProtocols(problems))
        .read();
  }

  /// What is answered to the question whether a person is safe.
  ///
  /// @throws BrokenProtocols if it cannot be read
  SafeAnswers safeAnswers() {
    return new SafeAnswers(file(SafeAnswers.ID, SafeAnswers.File.class)
        .orElseThrow(() -> new BrokenProtocols(problems)));
  }

  /// What other languages are seen by.
  ///
  /// @throws BrokenProtocols if it cannot be read
  OtherLanguages otherLanguages() {
    return new OtherLanguages(file("languages", OtherLanguages.File.class)
        .orElseThrow(() -> new BrokenProtocols(problems)));
  }

  private <T> Optional<T> file(String name, Class<T> type) {
    try (InputStream in = ProtocolReader.class.getResourceAsStream(FOLDER + name + ".yaml")) {
      if (in == null) {
        problems.add(name + ".yaml is missing");
        return Optional.empty();
      }
      return Optional.of(YAML.readValue(in, type));
    } catch (JacksonException unreadable) {
      problems.add(name + ".yaml cannot be read: " + unreadable.getOriginalMessage());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(Protocol protocol) {
    String name = "protocol '" + protocol.id() + "'";
    if (protocol.source().url().isBlank() || protocol.source().date().isBlank()) {
      problems.add(name + " has no source");
    }
    if (!protocol.unanswered().atLeast(Level.ROUTINE)) {
      problems.add(name + " is lost when unanswered: its level must be ROUTINE at least");
    }
    if (protocol.questions().isEmpty() || protocol.questions().size() > MOST_QUESTIONS) {
      problems.add(name + " needs 1 to " + MOST_QUESTIONS + " questions");
    }
    for (Language language : Language.values()) {
      if (!ComplaintReader.canBeSaid(protocol.complaint(), language)) {
        problems.add(name + " cannot be stated in '" + language + "'");
      }
    }
    protocol.questions().forEach(question -> check(protocol, question));
  }

  private void check(Protocol protocol, Protocol.Question question) {
    String name = "question '" + protocol.id() + "." + question.id() + "'";
    Set<String> ids = new HashSet<>();
    List<Protocol.Choice> offered = question.offered();
    if (offered.size() == 1 || offered.size() > MOST_CHOICES) {
      problems.add(name + " needs 2 to " + MOST_CHOICES + " choices, or none");
    }
    Level before = Level.EMERGENCY;
    for (Protocol.Choice choice : offered) {
      if (!ids.add(choice.id()) || choice.id().equals(Progress.UNSURE)) {
        problems.add(name + " has the choice '" + choice.id() + "' twice or reserved");
      }
      if (!before.atLeast(choice.urgency())) {
        problems.add(name + " does not name its choices from the most urgent down");
      }
      before = choice.urgency();
    }
    problems.addAll(words.missing(protocol, question));
  }
}
