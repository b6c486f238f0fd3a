package org.healthassistant.assistant.contract;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.net.URI;
import org.healthassistant.assistant.access.Caller;
import org.healthassistant.assistant.settings.ServiceSettings;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What holds for the whole interface: its name, how callers prove who they are, what problems
/// look like, and under which address it is reached.
@Configuration(proxyBeanMethods = false)
class Contract {

  /// The name of the security scheme.
  static final String BEARER = "bearer";

  private static final String ABOUT = """
      The interface of the health assistant. Patients' routes take the host portal's token of that \
      patient, providers' routes the token of a member of the care team. What goes wrong is \
      answered as `application/problem+json` (RFC 9457) with a stable `code`; the words beside it \
      are for people and may change. Members that a request does not have are refused. Lists are \
      empty, never absent. Times are RFC 3339, ids are texts. `conflict` also has `escalation`, as it is now; 429 and 503 say in \
      `Retry-After` when to come again, where that is known.\
      """;

  static {
    // Made of the token by the service; no parameter of a request.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  /// The frame of the description. Without a base URL the address is the one it was asked at.
  @Bean
  OpenAPI frame(ServiceSettings service) {
    OpenAPI described = new OpenAPI()
        .info(new Info().title("Health assistant").version("1").description(ABOUT))
        .components(new Components()
            .addSecuritySchemes(
                BEARER,
                new SecurityScheme()
                    .type(SecurityScheme.Type.HTTP)
                    .scheme("bearer")
                    .bearerFormat("JWT"))
            .addSchemas(ProblemSchema.NAME, ProblemSchema.whole()));
    URI baseUrl = service.baseUrl();
    return baseUrl == null
        ? described
        : described.addServersItem(new Server().url(baseUrl.toString()));
  }
}
