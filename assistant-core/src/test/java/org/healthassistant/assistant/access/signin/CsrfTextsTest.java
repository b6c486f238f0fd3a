package org.healthassistant.assistant.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.csrf.CsrfToken;

/// The forms of every page of a session are accepted, also where two pages were opened at once.
class CsrfTextsTest {

  private final CsrfTexts texts = new CsrfTexts();

  @Test
  void twoPagesOpenedAtOnceHaveTheSameProof() {
    // Each request reads the session before either has written to it.
    String one = page(new MockHttpSession(null, "session")).getToken();
    String other = page(new MockHttpSession(null, "session")).getToken();

    assertThat(one).isEqualTo(other).doesNotContain("session");
  }

  @Test
  void aSignInChangesTheProof() {
    MockHttpServletRequest request = with(new MockHttpSession());
    String before = proof(request);

    request.changeSessionId();

    assertThat(proof(request)).isNotEqualTo(before);
  }

  @Test
  void whereThereIsNoSessionNoProofIsAccepted() {
    assertThat(texts.loadToken(new MockHttpServletRequest())).isNull();
  }

  private String proof(MockHttpServletRequest request) {
    return Objects.requireNonNull(texts.loadToken(request)).getToken();
  }

  private CsrfToken page(MockHttpSession session) {
    return texts.loadDeferredToken(with(session), new MockHttpServletResponse()).get();
  }

  private static MockHttpServletRequest with(MockHttpSession session) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(session);
    return request;
  }
}
