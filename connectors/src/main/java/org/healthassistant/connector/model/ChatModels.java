package org.healthassistant.connector.model;

import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.http.HttpClient;

/// Makes chat models.
public final class ChatModels {
  /// Of a reply; an answer has some two hundred.
  private static final int MOST_TOKENS = 1_024;

  private ChatModels() {}

  /// A streaming model on a server that speaks the OpenAI-compatible protocol; opens no
  /// connection yet.
  ///
  /// Its callbacks run on virtual threads. It has no memory and no tools, follows no redirect,
  /// and logs neither requests nor replies.
  public static StreamingChatModel openAiCompatible(ModelSettings settings) {
    HttpClient.Builder http = HttpClient.newBuilder()
        // Some servers stumble over the offer to upgrade to HTTP/2 without TLS.
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .executor(task -> Thread.ofVirtual().start(task));
    var model = OpenAiStreamingChatModel.builder()
        .httpClientBuilder(new JdkHttpClientBuilder().httpClientBuilder(http))
        .baseUrl(settings.baseUrl().toString())
        .modelName(settings.name())
        .temperature(settings.temperature())
        .maxTokens(MOST_TOKENS)
        .timeout(settings.timeout())
        .logRequests(false)
        .logResponses(false);
    if (settings.apiKey() != null) {
      model.apiKey(settings.apiKey().reveal());
    }
    return model.build();
  }
}
