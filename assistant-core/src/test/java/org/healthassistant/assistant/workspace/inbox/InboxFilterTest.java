package org.healthassistant.assistant.workspace.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.workspace.FreshEscalation;
import org.healthassistant.assistant.workspace.ProviderBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxFilterTest {

  private final TestService service = TestService.on(TestDatabase.H2);
  private final ProviderBrowser ben = ProviderBrowser.of(service, "dr-okafor");

  @AfterEach
  void hangUp() {
    ben.close();
  }

  @Test
  void showsWhatFallsToATeamACategoryOrAnOwner() {
    FreshEscalation first = FreshEscalation.of(service, "priya-nair", "my chest hurts really bad");
    FreshEscalation second =
        FreshEscalation.of(service, "dana-whitfield", "I want to kill myself tonight");
    first.act("dr-okafor", "assign", "{\"to\":\"nurse-ana\"}");
    String chest = first.id();
    String despair = second.id();

    assertThat(inbox("?team=behavioral")).contains(despair).doesNotContain(chest);
    assertThat(inbox("?team=mine")).contains(chest).doesNotContain(despair);
    assertThat(inbox("?team=primary")).contains(chest, "Primary care");
    assertThat(inbox("?category=chest-pain")).contains(chest).doesNotContain(despair);
    assertThat(inbox("?owner=nurse-ana")).contains(chest).doesNotContain(despair);
    assertThat(inbox("?owner=nobody")).contains(despair).doesNotContain(chest);
    assertThat(inbox("?call=yes")).doesNotContain(chest, despair);
    assertThat(inbox("?category=chest-pain&owner=nobody")).doesNotContain(chest, despair);
    first.resolve();
    second.resolve();
  }

  @Test
  void remembersTheChoiceInTheAddressAndTakesOnlyCodes() {
    String page = inbox("?team=behavioral&category=chest-pain&owner=%22%3E%3Cscript%3E");

    assertThat(page)
        .contains(
            "/workspace/events?owner=script&amp;category=chest-pain&amp;team=behavioral",
            "<option value=\"behavioral\" selected=\"selected\"")
        .doesNotContain("<script>");
    assertThat(inbox("?team=nobody-s-team&state=OPEN")).contains("Nothing matches this filter");
  }

  @Test
  void losesNothingWhenTheConnectionDropsAndReturns() throws Exception {
    BufferedReader before = rows();
    until(before, "event: inbox");
    before.close();

    FreshEscalation missed = FreshEscalation.of(service, "priya-nair", "my chest hurts really bad");

    try (BufferedReader after = rows()) {
      assertThat(until(after, "row-" + missed.id())).isNotEmpty();
    }
    missed.resolve();
  }

  private BufferedReader rows() {
    return new BufferedReader(
        new InputStreamReader(ben.stream("/workspace/events"), StandardCharsets.UTF_8));
  }

  private static String until(BufferedReader lines, String wanted) throws Exception {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(wanted)) {
        return line;
      }
    }
    throw new AssertionError("the stream ended without " + wanted);
  }

  private String inbox(String query) {
    return ben.get("/workspace" + query).body();
  }
}
