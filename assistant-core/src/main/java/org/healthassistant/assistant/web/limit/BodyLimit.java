package org.healthassistant.assistant.web.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses bodies of more than 256 KiB, unread where they say how long they are, else at that
/// place: nobody can fill the memory with one request. Forms have their own limit of the same
/// length.
@Component
public class BodyLimit extends OncePerRequestFilter {

  /// The most bytes of a body.
  public static final int MOST_BYTES = 256 * 1024;

  private static final String MEASUREMENTS = "/api/v1/me/measurements/import";

  private static final String REFUSAL = """
      {"status":413,"title":"Content Too Large","code":"too-long",\
      "detail":"A request's body can have 262144 bytes at most."}\
      """;

  /// A file of measurements may have gigabytes: it is read piece by piece and kept nowhere whole.
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().equals(MEASUREMENTS);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MOST_BYTES) {
      response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getWriter().write(REFUSAL);
      return;
    }
    chain.doFilter(new Limited(request), response);
  }

  /// Whether a failure to read is this limit's.
  public static boolean isReached(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof TooLong) {
        return true;
      }
    }
    return false;
  }

  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("the body has more than " + MOST_BYTES + " bytes");
    }
  }

  private static final class Limited extends HttpServletRequestWrapper {
    Limited(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counted(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream from;
    private long read;

    Counted(ServletInputStream from) {
      this.from = from;
    }

    @Override
    public int read() throws IOException {
      int one = from.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int some = from.read(into, offset, length);
      count(Math.max(0, some));
      return some;
    }

    private void count(int more) throws TooLong {
      read += more;
      if (read > MOST_BYTES) {
        throw new TooLong();
      }
    }

    @Override
    public boolean isFinished() {
      return from.isFinished();
    }

    @Override
    public boolean isReady() {
      return from.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      from.setReadListener(listener);
    }
  }
}
