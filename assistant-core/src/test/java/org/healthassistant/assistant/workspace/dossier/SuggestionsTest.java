package org.healthassistant.assistant.workspace.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.workspace.FreshEscalation;
import org.healthassistant.assistant.workspace.ProviderBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

  private final TestService service = TestService.on(TestDatabase.H2);
  private final ProviderBrowser ana = ProviderBrowser.of(service, "nurse-ana");

  @AfterEach
  void hangUp() {
    ana.close();
  }

  @Test
  void quotesVettedPassagesInThePatientsLanguageWithTheirSource() {
    FreshEscalation spanish =
        FreshEscalation.of(service, "maria-alvarez", "quiero hablar con una persona");
    service.say("maria-alvarez", spanish.conversation(), "¿qué puedo comer con diabetes tipo 2?");

    String found = suggestions(spanish);

    assertThat(found)
        .contains("class=\"fill\"", "lang=\"es\"", "diabetes", "/articles/", "not yet reviewed");
    assertThat(found).doesNotContain("lang=\"en\"");
    spanish.resolve();
  }

  @Test
  void suggestsNothingWhenNothingIsGoodEnoughOrItIsAnEmergency() {
    FreshEscalation bill =
        FreshEscalation.of(service, "tom-becker", "I want to talk to a person about my last bill");
    assertThat(suggestions(bill)).doesNotContain("class=\"fill\"");
    bill.resolve();

    FreshEscalation emergency =
        FreshEscalation.of(service, "tom-becker", "my chest hurts really bad");
    assertThat(suggestions(emergency)).doesNotContain("class=\"fill\"");
    emergency.resolve();
  }

  private String suggestions(FreshEscalation of) {
    return ana.get("/workspace/escalations/" + of.id() + "/suggestions").body();
  }
}
