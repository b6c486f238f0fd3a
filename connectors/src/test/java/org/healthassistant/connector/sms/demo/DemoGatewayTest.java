package org.healthassistant.connector.sms.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.healthassistant.connector.sms.OutgoingSms;
import org.healthassistant.connector.sms.SendOutcome;
import org.junit.jupiter.api.Test;

class DemoGatewayTest {
  @Test
  void handsEveryTextToTheListenerAndAcceptsIt() {
    List<OutgoingSms> shown = new ArrayList<>();
    var sms = new OutgoingSms("m-1", "", "+12025550143", "Hello");
    assertThat(new DemoGateway(shown::add).send(sms)).isEqualTo(new SendOutcome.Accepted("m-1"));
    assertThat(shown).containsExactly(sms);
  }
}
