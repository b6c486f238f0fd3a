package org.healthassistant.assistant.access.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.healthassistant.assistant.settings.DemoMode;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Demo mode answers only a browser on the same machine: no request that came through a proxy,
/// and none under another host's name. Signed webhooks may come through a proxy.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoGuard extends OncePerRequestFilter {

  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> PROXIES = Set.of("forwarded", "via", "x-real-ip");

  private final DemoMode demo;

  DemoGuard(DemoMode demo) {
    this.demo = demo;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (demo.on() && (!knownHost(request) || (proxied(request) && !Webhooks.matches(request)))) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      response.setContentType("application/problem+json");
      response.getWriter().write("""
          {"status":403,"code":"demo-mode","detail":"Demo mode answers only its own machine. Set assistant.identity.issuer to serve others."}
          """);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean knownHost(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host != null && HOSTS.contains(withoutPort(host.toLowerCase(Locale.ROOT)));
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static boolean proxied(HttpServletRequest request) {
    return Collections.list(request.getHeaderNames()).stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> PROXIES.contains(name) || name.startsWith("x-forwarded-"));
  }
}
