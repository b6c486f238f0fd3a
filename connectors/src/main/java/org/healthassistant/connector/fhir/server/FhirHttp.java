package org.healthassistant.connector.fhir.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.healthassistant.connector.Secret;
import org.healthassistant.connector.fhir.server.FhirServerException.Kind;
import org.healthassistant.connector.http.HttpOutcome;
import org.jspecify.annotations.Nullable;

/// Asks a FHIR server, follows no redirect, repeats nothing, and reads no more than a limit. The
/// one place that tells what a status means. Safe for use by many threads.
final class FhirHttp {
  /// How large one answer may be.
  static final int MOST_BYTES = 16 * 1024 * 1024;

  /// How many times more may be sent than is kept: documents' contents are passed over.
  private static final long MOST_SENT = 16;

  private static final ContentType FHIR_JSON =
      ContentType.create("application/fhir+json", StandardCharsets.UTF_8);

  private static final int MOST_CONNECTIONS = 32;

  private final CloseableHttpClient client;
  private final InstantSource clock;
  private final int mostBytes;

  FhirHttp(Duration timeout, InstantSource clock) {
    this(timeout, clock, MOST_BYTES);
  }

  FhirHttp(Duration timeout, InstantSource clock, int mostBytes) {
    this.client = httpClient(timeout);
    this.clock = clock;
    this.mostBytes = mostBytes;
  }

  /// An answer with status 2xx.
  ///
  /// @param location where the server says that it is; empty where it does not say
  /// @param at what time it was at the server; ours where it does not say
  record Answer(int status, String location, byte[] body, Instant at) {}

  /// Gets something.
  ///
  /// @param token null: without one
  /// @throws FhirServerException if the answer is not 2xx and whole
  Answer get(URI uri, String accept, @Nullable Secret token, Deadline deadline) {
    ClassicHttpRequest request = ClassicRequestBuilder.get(uri)
        .addHeader(HttpHeaders.ACCEPT, accept)
        // HAPI's server answers the same search from memory for a minute otherwise.
        .addHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
    if (token != null) {
      request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.reveal());
    }
    return exchange(request, deadline);
  }

  /// Creates a resource, unless the server has one already that a search finds.
  ///
  /// @param unlessFound the search, as `identifier=system|value`
  /// @param token null: without one
  /// @throws FhirServerException if the answer is not 2xx and whole
  Answer create(
      URI uri, String json, String unlessFound, @Nullable Secret token, Deadline deadline) {
    return write(
        ClassicRequestBuilder.post(uri).addHeader("If-None-Exist", unlessFound),
        json,
        token,
        deadline);
  }

  /// Puts a resource in the place of the one that is there, likewise.
  Answer update(URI uri, String json, @Nullable Secret token, Deadline deadline) {
    return write(ClassicRequestBuilder.put(uri), json, token, deadline);
  }

  private Answer write(
      ClassicRequestBuilder request, String json, @Nullable Secret token, Deadline deadline) {
    request
        .addHeader(HttpHeaders.ACCEPT, FHIR_JSON.getMimeType())
        .addHeader("Prefer", "return=minimal")
        .setEntity(json, FHIR_JSON);
    if (token != null) {
      request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.reveal());
    }
    return exchange(request.build(), deadline);
  }

  /// Posts a form; every 4xx is `UNAUTHORIZED`, for only tokens are asked for so.
  Answer postForm(URI uri, String form, Deadline deadline) {
    try {
      return exchange(
          ClassicRequestBuilder.post(uri)
              .addHeader(HttpHeaders.ACCEPT, "application/json")
              .setEntity(form, ContentType.APPLICATION_FORM_URLENCODED)
              .build(),
          deadline);
    } catch (FhirServerException e) {
      throw switch (e.kind()) {
        case REFUSED, CONFLICT, FORBIDDEN, NOT_FOUND -> new FhirServerException(Kind.UNAUTHORIZED);
        default -> e;
      };
    }
  }

  private static CloseableHttpClient httpClient(Duration timeout) {
    var connections = PoolingHttpClientConnectionManagerBuilder.create()
        .setMaxConnTotal(MOST_CONNECTIONS)
        .setMaxConnPerRoute(MOST_CONNECTIONS)
        .setDefaultConnectionConfig(ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(timeout))
            .setTimeToLive(Timeout.ofMinutes(5))
            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
            .build())
        .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(RequestConfig.custom()
            .setResponseTimeout(Timeout.of(timeout))
            .setConnectionRequestTimeout(Timeout.of(timeout))
            .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .setUserAgent("health-assistant")
        .build();
  }

  /// Closing an answer that was not read to its end breaks the connection instead of reading on.
  private Answer exchange(ClassicHttpRequest request, Deadline deadline) {
    deadline.check();
    try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
      return read(response, deadline);
    } catch (IOException e) {
      throw new FhirServerException(kind(e));
    }
  }

  private Answer read(ClassicHttpResponse response, Deadline deadline) throws IOException {
    int status = response.getCode();
    if (status < 200 || status > 299) {
      throw refused(status, header(response, HttpHeaders.RETRY_AFTER));
    }
    HttpEntity entity = response.getEntity();
    byte[] body = entity == null ? new byte[0] : body(entity.getContent(), deadline);
    String location = header(response, HttpHeaders.LOCATION);
    return new Answer(
        status, location == null ? "" : location, body, time(header(response, HttpHeaders.DATE)));
  }

  private static @Nullable String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private Instant time(@Nullable String date) {
    try {
      return date == null
          ? clock.instant()
          : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return clock.instant();
    }
  }

  private byte[] body(InputStream in, Deadline deadline) throws IOException {
    WithoutContent read = new WithoutContent();
    byte[] buffer = new byte[16 * 1024];
    long all = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      deadline.check();
      read.take(buffer, n);
      all += n;
      if (read.size() > mostBytes || all > MOST_SENT * mostBytes) {
        throw new FhirServerException(Kind.TOO_LARGE);
      }
    }
    return read.toByteArray();
  }

  private FhirServerException refused(int status, @Nullable String retryAfter) {
    Kind kind = switch (status) {
      case 401 -> Kind.UNAUTHORIZED;
      case 403 -> Kind.FORBIDDEN;
      case 404, 410 -> Kind.NOT_FOUND;
      case 429, 503 -> Kind.BUSY;
      case 409 -> Kind.CONFLICT;
      case 413 -> Kind.TOO_LARGE;
      default -> status >= 500 ? Kind.FAILED : Kind.REFUSED;
    };
    Duration wait = new HttpOutcome.Answered(status, retryAfter, "").wait(clock.instant());
    return new FhirServerException(kind, Optional.ofNullable(wait));
  }

  private static Kind kind(IOException cause) {
    return switch (cause) {
      case ConnectException refused -> Kind.UNREACHABLE;
      case NoRouteToHostException noWay -> Kind.UNREACHABLE;
      case UnknownHostException unknown -> Kind.UNREACHABLE;
      case ConnectTimeoutException late -> Kind.UNREACHABLE;
      case ConnectionRequestTimeoutException busy -> Kind.CROWDED;
      case SocketTimeoutException late -> Kind.TIMEOUT;
      default -> Kind.BROKEN_OFF;
    };
  }

  /// Takes JSON piece by piece and keeps it without the values of members named `data`, which
  /// hold whole documents in base64: each becomes an empty text while it is read. What is no JSON
  /// is kept as it comes.
  static final class WithoutContent {

    private static final byte[] NAME = {'d', 'a', 't', 'a'};

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(64 * 1024);
    private Place place = Place.OUTSIDE;
    private boolean escaped;
    private int length;
    private boolean alike;

    private enum Place {
      OUTSIDE,
      TEXT,
      /// Behind a text that is the name.
      NAMED,
      /// Behind its colon.
      COLON,
      CONTENT
    }

    /// Takes the first bytes of a buffer.
    void take(byte[] buffer, int count) {
      int from = 0;
      for (int i = 0; i < count; i++) {
        byte next = buffer[i];
        if (place == Place.CONTENT) {
          if (ends(next)) {
            place = Place.OUTSIDE;
            from = i; // its closing quote is kept
          }
        } else {
          move(next);
          if (place == Place.CONTENT) {
            kept.write(buffer, from, i + 1 - from);
          }
        }
      }
      if (place != Place.CONTENT) {
        kept.write(buffer, from, count - from);
      }
    }

    private void move(byte next) {
      switch (place) {
        case TEXT -> {
          if (ends(next)) {
            place = alike && length == NAME.length ? Place.NAMED : Place.OUTSIDE;
          } else {
            alike = alike && length < NAME.length && NAME[length] == next;
            length++;
          }
        }
        case COLON -> {
          if (next == '"') {
            place = Place.CONTENT;
            escaped = false;
          } else if (!isSpace(next)) {
            outside(next);
          }
        }
        case NAMED -> {
          if (next == ':') {
            place = Place.COLON;
          } else if (!isSpace(next)) {
            outside(next);
          }
        }
        case OUTSIDE, CONTENT -> outside(next);
      }
    }

    private void outside(byte next) {
      place = Place.OUTSIDE;
      if (next == '"') {
        place = Place.TEXT;
        escaped = false;
        length = 0;
        alike = true;
      }
    }

    /// Whether a byte ends the text that it stands in.
    private boolean ends(byte next) {
      boolean ending = next == '"' && !escaped;
      escaped = next == '\\' && !escaped;
      return ending;
    }

    private static boolean isSpace(byte next) {
      return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }

    int size() {
      return kept.size();
    }

    byte[] toByteArray() {
      return kept.toByteArray();
    }
  }
}
