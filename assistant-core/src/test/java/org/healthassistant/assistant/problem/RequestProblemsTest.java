package org.healthassistant.assistant.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RequestProblemsTest {

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
      .build();

  private final MockMvc door = MockMvcBuilders.standaloneSetup(new Door())
      .setControllerAdvice(new RequestProblems())
      .setMessageConverters(new JacksonJsonHttpMessageConverter(JSON))
      .build();

  @Test
  void namesTheMemberAtFaultByItsPathAndNeverItsValue() throws Exception {
    assertProblem(post("{\"text\":\"secret\",\"texte\":1}"), "unknown-member", "'texte'");
    assertProblem(post("{\"text\":[\"secret\"]}"), "invalid-member", "'text'");
    assertProblem(
        post("{\"text\":\"x\",\"steps\":[1,\"secret\"]}"), "invalid-member", "'steps[1]'");
    assertProblem(post("{\"text\":\"\"}"), "missing-member", "'text' is needed");
  }

  @Test
  void tellsABodyThatIsNoJsonFromOneThatIsMissing() throws Exception {
    assertProblem(post("{\"text\":\"secret"), "malformed-json", "not JSON");
    assertProblem(post(""), "missing-body", "a JSON body is needed");
  }

  @Test
  void cutsANameThatIsLong() throws Exception {
    JsonNode problem = body(post("{\"text\":\"x\",\"" + "n".repeat(500) + "\":1}"));

    assertThat(problem.get("detail").asString()).contains("…").hasSizeLessThan(140);
  }

  @Test
  void namesAParameterThatIsMissingOrOfAnotherType() throws Exception {
    assertProblem(get("/door"), "missing-parameter", "'k' is needed");
    assertProblem(get("/door?k=secret"), "invalid-parameter", "'k' has the wrong type");
  }

  @Test
  void answersARefusalByItsOwnStatus() throws Exception {
    MockHttpServletResponse refused = get("/door?k=0");

    assertThat(refused.getStatus()).isEqualTo(404);
    assertThat(body(refused).get("code").asString()).isEqualTo("not-found");
  }

  @Test
  void asksForJsonWhereSomethingElseIsSent() throws Exception {
    MockHttpServletResponse other = door.perform(MockMvcRequestBuilders.post("/door")
            .contentType(MediaType.TEXT_PLAIN)
            .content("secret"))
        .andReturn()
        .getResponse();

    assertThat(other.getStatus()).isEqualTo(415);
    assertThat(body(other).get("code").asString()).isEqualTo("json-needed");
  }

  private static void assertProblem(MockHttpServletResponse got, String code, String detail)
      throws Exception {
    assertThat(got.getStatus()).as(code).isEqualTo(400);
    assertThat(body(got).get("code").asString()).isEqualTo(code);
    assertThat(body(got).get("detail").asString()).contains(detail);
    assertThat(got.getContentAsString()).doesNotContain("secret");
  }

  private static JsonNode body(MockHttpServletResponse got) throws Exception {
    return JSON.readTree(got.getContentAsString());
  }

  private MockHttpServletResponse get(String path) throws Exception {
    return door.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
  }

  private MockHttpServletResponse post(String body) throws Exception {
    return door.perform(MockMvcRequestBuilders.post("/door")
            .contentType(MediaType.APPLICATION_JSON)
            .content(body))
        .andReturn()
        .getResponse();
  }

  /// A door like those of this interface.
  @RestController
  @ProviderInterface
  static class Door {

    @GetMapping("/door")
    String number(@RequestParam int k) {
      if (k == 0) {
        throw Refusal.unknownEscalation();
      }
      return "ok";
    }

    @PostMapping("/door")
    String text(@RequestBody Asked asked) {
      return asked.text();
    }
  }

  record Asked(String text, @Nullable List<Integer> steps) {
    Asked {
      if (text.isEmpty()) {
        throw Refusal.missing("text");
      }
    }
  }
}
