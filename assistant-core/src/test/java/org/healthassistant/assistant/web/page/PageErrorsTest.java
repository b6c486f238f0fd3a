package org.healthassistant.assistant.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.junit.jupiter.api.Test;

class PageErrorsTest {

  private static final String OLD_CITATION = "/articles/an-article-of-last-year";

  private final TestService service = TestService.on(TestDatabase.H2);

  @Test
  void tellsAReaderThatACitedArticleIsGone() {
    HttpResponse<String> page = open(OLD_CITATION, "text/html", "en-US");

    assertPage(page, 404);
    assertThat(page.body())
        .contains("This article is no longer in the library", "href=\"/\"", "lang=\"en\"");
  }

  @Test
  void speaksTheReadersLanguage() {
    HttpResponse<String> page = open(OLD_CITATION, "text/html,*/*;q=0.8", "es-MX,en;q=0.5");

    assertPage(page, 404);
    assertThat(page.body())
        .contains("ya no está en la biblioteca", "Ir a la primera página", "lang=\"es\"");
  }

  @Test
  void answersProgramsByAProblem() {
    assertProblem(open(OLD_CITATION, "application/json", "en"));
    assertProblem(open(OLD_CITATION, "*/*", "en"));
  }

  @Test
  void answersAnAddressWithoutAPageByAPageOrAProblem() {
    HttpResponse<String> page = open("/no-such-page", "text/html", "es");

    assertPage(page, 404);
    assertThat(page.body()).contains("Aquí no hay ninguna página");
    assertProblem(open("/no-such-page", "application/json", "es"));
    assertPage(open("/pages/no-such-file.css", "text/html", "en"), 404);
  }

  @Test
  void answersCallersOfTheInterfaceByAProblemWhateverTheyAskFor() {
    HttpRequest request = HttpRequest.newBuilder(
            URI.create(service.baseUrl() + "/api/v1/conversations/none/messages"))
        .header("Authorization", "Bearer " + service.token("priya-nair"))
        .header("Accept", "text/html,application/json;q=0.9")
        .build();

    assertProblem(service.send(request));
  }

  private HttpResponse<String> open(String path, String accept, String language) {
    return service.send(HttpRequest.newBuilder(URI.create(service.baseUrl() + path))
        .header("Accept", accept)
        .header("Accept-Language", language)
        .build());
  }

  private static void assertPage(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
  }

  private void assertProblem(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(service.json(answer).get("code").asString()).isEqualTo("not-found");
  }
}
