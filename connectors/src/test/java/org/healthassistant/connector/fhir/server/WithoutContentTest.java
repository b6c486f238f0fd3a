package org.healthassistant.connector.fhir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.healthassistant.connector.fhir.server.FhirHttp.WithoutContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithoutContentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{\"data\": \"QUJD\", \"b\": 1} | {\"data\": \"\", \"b\": 1}",
        "{\"data\" :\"QU\\\"JD\"} | {\"data\" :\"\"}",
        "{\"a\": \"data\", \"b\": \"x\"} | {\"a\": \"data\", \"b\": \"x\"}",
        "{\"metadata\": \"x\"} | {\"metadata\": \"x\"}",
        "{\"datas\": \"x\"} | {\"datas\": \"x\"}",
        "{\"a\": \"\\\"data\", \"data\": {\"data\": \"y\"}} "
            + "| {\"a\": \"\\\"data\", \"data\": {\"data\": \"\"}}",
        "{\"data\": [\"x\"], \"c\": \"é\"} | {\"data\": [\"x\"], \"c\": \"é\"}"
      })
  void takesOutTheValuesOfThatNameAloneHoweverTheyAreCut(String sent, String kept) {
    byte[] bytes = sent.strip().getBytes(StandardCharsets.UTF_8);
    for (int piece = 1; piece <= bytes.length; piece++) {
      WithoutContent read = new WithoutContent();
      for (int from = 0; from < bytes.length; from += piece) {
        byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece));
        read.take(part, part.length);
      }
      assertThat(new String(read.toByteArray(), StandardCharsets.UTF_8)).isEqualTo(kept.strip());
    }
  }

  @Test
  void keepsWhatIsNoJson() {
    byte[] noise = new byte[5_000];
    new Random(7).nextBytes(noise);
    WithoutContent read = new WithoutContent();
    read.take(noise, noise.length);
    assertThat(read.toByteArray()).isEqualTo(noise);
  }
}
