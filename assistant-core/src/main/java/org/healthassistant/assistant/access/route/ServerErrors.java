package org.healthassistant.assistant.access.route;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.healthassistant.assistant.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/// Answers what the server itself refuses, before any of our code sees it: an address with a NUL,
/// a path that leads out, a header that cannot be read. By a problem with its status and nothing
/// of what was sent, instead of the server's own page.
///
/// Public with a constructor of no parameters, since the server makes it by its name.
public final class ServerErrors extends ErrorReportValve {

  private static final String UNREADABLE =
      "The server cannot read this request, or there is nothing at its address.";

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    AtomicBoolean open = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
    if (!open.get()) {
      return;
    }
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding("UTF-8");
      var body = response.getReporter();
      if (body != null) {
        body.write(problem(status));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException gone) {
      // Whoever asked is gone, or was answered.
    }
  }

  private static String problem(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    return """
        {"status":%d,"title":"%s","code":"%s","detail":"%s"}
        """.formatted(
            status,
            known == null ? "Error" : known.getReasonPhrase(),
            code(status).code(),
            status < 500 ? UNREADABLE : "The server cannot answer this request now.");
  }

  private static ProblemCode code(int status) {
    return switch (status) {
      case 400 -> ProblemCode.INVALID_REQUEST;
      case 404 -> ProblemCode.NOT_FOUND;
      case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
      case 413, 414, 431 -> ProblemCode.TOO_LONG;
      default -> ProblemCode.FAILED;
    };
  }

  /// Puts it into the server, and answers alike what Spring's firewall refuses.
  @Configuration(proxyBeanMethods = false)
  static class Enabled {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverErrors() {
      return server -> server.addContextCustomizers(context -> {
        if (context.getParent() instanceof StandardHost host) {
          host.setErrorReportValveClass(ServerErrors.class.getName());
        }
      });
    }

    @Bean
    RequestRejectedHandler refusedAddresses(ProblemResponses problems) {
      return (request, response, refused) -> {
        if (PageResponses.isReadByAPerson(request)
            && !request.getRequestURI().startsWith("/api/")) {
          response.sendError(HttpStatus.BAD_REQUEST.value());
        } else {
          problems.write(response, ProblemCode.INVALID_REQUEST, UNREADABLE);
        }
      };
    }
  }
}
