package org.healthassistant.knowledge.embed;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.util.Ec2Utils;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenCounterTest {

  /// The library would ask a cloud's address for the machine's id and report it.
  @Test
  void keepsTheTokenizerFromCallingHome() throws ClassNotFoundException {
    Class.forName(TokenCounter.class.getName());
    List<URI> asked = new ArrayList<>();
    ProxySelector usual = ProxySelector.getDefault();
    ProxySelector.setDefault(listening(asked));
    try {
      Ec2Utils.callHome("Huggingface");
    } finally {
      ProxySelector.setDefault(usual);
    }
    assertThat(asked).isEmpty();
  }

  /// Notes each address that anybody turns to by HTTP, and leads nobody there.
  private static ProxySelector listening(List<URI> asked) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        asked.add(uri);
        throw new IllegalArgumentException("nothing is asked in tests");
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    };
  }
}
