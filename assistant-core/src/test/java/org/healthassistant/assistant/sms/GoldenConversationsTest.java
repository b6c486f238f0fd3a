package org.healthassistant.assistant.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.escalation.Escalations;
import org.healthassistant.assistant.escalation.desk.EscalationDesk;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.PhoneNumbers;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.patient.Subject;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.store.Ids;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.turn.Accepted;
import org.healthassistant.assistant.turn.Corridor;
import org.healthassistant.assistant.turn.Inbound;
import org.healthassistant.assistant.turn.Turn;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole conversations as people have them, by web and by text, through the corridor. What is
/// said stands in `talk/*.txt`, how it goes in `talk/*.golden.txt`, which is for reading aloud;
/// `-Dgolden.update=true` writes it anew.
class GoldenConversationsTest {

  private static final Path FOLDER = Path.of("src/test/resources/talk");

  /// Times of the day on which the test is run.
  private static final Pattern TIMES = Pattern.compile(
      "\\d{1,2}:\\d{2}(?:[\\s\\u00a0\\u202f]?[ap]\\.?[\\s\\u00a0]?m\\.?)?",
      Pattern.CASE_INSENSITIVE);

  private final TestService service = TestService.on(TestDatabase.H2);
  private int phones = 7000;

  @ParameterizedTest
  @ValueSource(strings = {"web-en", "web-es", "sms-en", "sms-es"})
  void goesAsTheGoldenFileSays(String name) throws IOException {
    phones = name.endsWith("es") ? 7100 : 7000;
    StringBuilder written = new StringBuilder();
    for (List<String> said : conversations(FOLDER.resolve(name + ".txt"))) {
      Language language = Language.required(name.substring(4));
      written
          .append(name.startsWith("web") ? byWeb(said, language) : byText(said))
          .append('\n');
    }
    Path golden = FOLDER.resolve(name + ".golden.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, written.toString(), StandardCharsets.UTF_8);
    }
    assertThat(written.toString()).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
  }

  private String byWeb(List<String> said, Language language) {
    String patient = "talks-" + Ids.next();
    Subject subject = service.bean(Subjects.class).ensurePatient(patient);
    service.bean(Consents.class).decide(subject.id(), Purpose.CHAT, true);
    service.bean(Consents.class).decide(subject.id(), Purpose.RECORD, true);
    String conversation =
        service.bean(Conversations.class).beginWeb(subject.id(), language).id();
    StringBuilder written = new StringBuilder();
    for (String text : said) {
      written.append("> ").append(text).append('\n');
      written.append(reply(
          new Inbound.Web(patient, Optional.empty(), conversation, text, Optional.empty(), false)));
    }
    close(subject);
    return written.toString();
  }

  private String byText(List<String> said) {
    String phone = "+1202555" + phones++;
    Keywords keywords = service.bean(Keywords.class);
    StringBuilder written = new StringBuilder();
    for (String text : said) {
      written.append("> ").append(text).append('\n');
      written.append(reply(new Inbound.Sms(
          "demo",
          Ids.next(),
          phone,
          DemoPhone.OWN_NUMBER,
          text,
          service.bean(RealClock.class).instant(),
          keywords.match(text))));
    }
    PhoneNumbers numbers = service.bean(PhoneNumbers.class);
    numbers
        .find(numbers.hashOf(phone))
        .map(known -> service.bean(Subjects.class).get(known.subjectId()))
        .ifPresent(this::close);
    return written.toString();
  }

  private String reply(Inbound inbound) {
    Corridor corridor = service.bean(Corridor.class);
    Accepted.Stored stored = (Accepted.Stored) corridor.accept(inbound);
    Turn turn = corridor.complete(stored.messageId()).orElseThrow();
    StringBuilder written = new StringBuilder();
    String[] lines = TIMES.matcher(turn.text()).replaceAll("[time]").split("(?<=[.?!]) +");
    written.append("  [").append(turn.triage().messageLevel()).append(", ");
    written.append(turn.action()).append("]\n");
    Arrays.stream(lines)
        .filter(line -> !line.isEmpty())
        .forEach(line -> written.append("  ").append(line).append('\n'));
    turn.suggestions().forEach(next -> written.append("  ( ").append(next).append(" )\n"));
    return written.toString();
  }

  private void close(Subject subject) {
    service
        .bean(Escalations.class)
        .open(subject.id())
        .ifPresent(open -> service
            .bean(EscalationDesk.class)
            .resolve(open.id(), "nurse-ana", "advised", null, Optional.empty()));
  }

  private static List<List<String>> conversations(Path file) throws IOException {
    String all = Files.readString(file, StandardCharsets.UTF_8).replaceAll("(?m)^#.*\\n", "");
    return Arrays.stream(all.strip().split("\n\n"))
        .map(block -> block.lines().map(String::strip).toList())
        .toList();
  }
}
