package org.healthassistant.assistant.access.route;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.healthassistant.assistant.access.CallerAuthentication;
import org.healthassistant.assistant.access.CallerMatch;
import org.healthassistant.assistant.access.Callers;
import org.healthassistant.assistant.access.signin.SignInSetup;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/// The route rules, in one place. What is not named here is refused.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbedSettings.class)
class Routes {

  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /// What everybody may read.
  private static final String[] PUBLIC = {
    "/",
    "/sign-in/**",
    "/articles/*",
    "/phone/**",
    "/widget.js",
    "/widget/**",
    "/pages/**",
    "/workspace/vendor/**",
    "/workspace/scripts/**",
    "/workspace/styles/**",
    "/favicon.ico",
    "/v3/api-docs/**",
    "/v3/api-docs.yaml"
  };

  @Bean
  @Order(1)
  SecurityFilterChain management(HttpSecurity http) {
    return http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(route -> route
            .requestMatchers(EndpointRequest.to("health", "prometheus"))
            .permitAll()
            .anyRequest()
            .denyAll())
        .csrf(csrf -> csrf.disable())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain api(
      HttpSecurity http, Callers callers, ProblemResponses problems, EmbedSettings embed) {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(route -> route
            .requestMatchers("/api/v1/conversations/**", "/api/v1/messages/**", "/api/v1/me/**")
            .hasAuthority(CallerAuthentication.PATIENT)
            .requestMatchers("/api/v1/conversations")
            .hasAuthority(CallerAuthentication.PATIENT)
            .requestMatchers("/api/v1/escalations/**", "/api/v1/triage", "/api/v1/knowledge/**")
            .hasAuthority(CallerAuthentication.PROVIDER)
            .anyRequest()
            .denyAll())
        // A cookie that comes along is a page's, whose session is none of this door's business.
        .sessionManagement(session -> session
            .sessionCreationPolicy(SessionCreationPolicy.STATELESS)
            .sessionFixation(fixation -> fixation.none()))
        .csrf(csrf -> csrf.disable())
        .cors(cors -> cors.configurationSource(embedding(embed.origins())))
        .oauth2ResourceServer(server -> server
            .jwt(jwt -> jwt.jwtAuthenticationConverter(authentication(callers)))
            .authenticationEntryPoint(problems)
            .accessDeniedHandler(problems)
            .withObjectPostProcessor(answering(problems)))
        .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .headers(headers -> headers.referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER)))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain webhooks(HttpSecurity http) {
    return http.securityMatcher(Webhooks.PATHS)
        .authorizeHttpRequests(route -> route.anyRequest().permitAll())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain pages(
      HttpSecurity http, PageResponses responses, SignInSetup signIn, EmbedSettings embed) {
    http.cors(cors -> cors.configurationSource(embedding(embed.origins())))
        .authorizeHttpRequests(route -> route
            .requestMatchers(HttpMethod.GET, PUBLIC)
            .permitAll()
            .requestMatchers("/workspace", "/workspace/**")
            .hasAuthority(CallerAuthentication.PROVIDER)
            .requestMatchers(HttpMethod.POST, "/session/token")
            .authenticated()
            // The demo phone answers in demo mode alone; errors are those of other routes.
            .requestMatchers("/sms/demo/**", "/error")
            .permitAll()
            .anyRequest()
            .denyAll())
        .addFilterBefore(new SessionGuard(responses), CsrfFilter.class)
        .requestCache(cache -> cache.disable())
        .exceptionHandling(
            e -> e.authenticationEntryPoint(responses).accessDeniedHandler(responses))
        .headers(headers -> headers
            .contentSecurityPolicy(csp -> csp.policyDirectives(CSP))
            .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER)));
    signIn.apply(http);
    return http.build();
  }

  private static Converter<Jwt, AbstractAuthenticationToken> authentication(Callers callers) {
    return token -> switch (callers.match(token.getClaims())) {
      case CallerMatch.Known known ->
        new CallerAuthentication(
            known.caller(), Objects.requireNonNullElse(token.getExpiresAt(), Instant.MIN));
      case CallerMatch.Stranger stranger -> CallerAuthentication.stranger();
      case CallerMatch.Nobody nobody -> throw new InvalidBearerTokenException(nobody.why());
    };
  }

  /// Problems of the issuer are answered like problems of the token, by a problem.
  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answering(
      ProblemResponses problems) {
    return new ObjectPostProcessor<>() {
      @Override
      public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
        filter.setAuthenticationFailureHandler(problems);
        return filter;
      }
    };
  }

  private static UrlBasedCorsConfigurationSource embedding(List<String> origins) {
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    if (!origins.isEmpty()) {
      CorsConfiguration allowed = new CorsConfiguration();
      allowed.setAllowedOrigins(origins);
      allowed.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
      allowed.setAllowedHeaders(
          List.of("Authorization", "Content-Type", "Accept", "Last-Event-ID"));
      allowed.setExposedHeaders(List.of("Retry-After"));
      source.registerCorsConfiguration("/api/**", allowed);
      source.registerCorsConfiguration("/widget.js", allowed);
      source.registerCorsConfiguration("/widget/**", allowed);
    }
    return source;
  }
}
