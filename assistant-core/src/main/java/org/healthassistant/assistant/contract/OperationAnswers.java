package org.healthassistant.assistant.contract;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.healthassistant.assistant.problem.ProblemCode;
import org.healthassistant.assistant.problem.ProviderInterface;
import org.healthassistant.assistant.problem.Refuses;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/// Adds to each route of the description how callers prove who they are, whose it is, and all
/// problems it can answer with: those of every route, and those that it names itself.
@Component
class OperationAnswers implements OperationCustomizer {

  private static final Set<ProblemCode> ALWAYS = EnumSet.of(
      ProblemCode.MALFORMED_PARAMETERS,
      ProblemCode.TOKEN_NEEDED,
      ProblemCode.NOT_ALLOWED,
      ProblemCode.DEMO_MODE,
      ProblemCode.NOT_ACCEPTABLE,
      ProblemCode.INTERNAL,
      ProblemCode.ISSUER_AWAY);

  private static final Set<ProblemCode> OF_PROVIDERS =
      EnumSet.of(ProblemCode.NOT_IN_THE_TEAM, ProblemCode.INVALID_PARAMETER);

  private static final Set<ProblemCode> OF_PROVIDERS_BODIES = EnumSet.of(
      ProblemCode.MALFORMED_JSON,
      ProblemCode.MISSING_BODY,
      ProblemCode.UNKNOWN_MEMBER,
      ProblemCode.MISSING_MEMBER,
      ProblemCode.INVALID_MEMBER,
      ProblemCode.TOO_LONG,
      ProblemCode.JSON_NEEDED);

  private static final Set<ProblemCode> OF_PATIENTS = EnumSet.of(ProblemCode.INVALID_REQUEST);

  private static final Set<ProblemCode> OF_PATIENTS_BODIES = EnumSet.of(
      ProblemCode.INVALID_JSON,
      ProblemCode.UNKNOWN_MEMBER,
      ProblemCode.TOO_LONG,
      ProblemCode.UNSUPPORTED_MEDIA_TYPE);

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    boolean ofProviders =
        AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ProviderInterface.class);
    operation.setTags(List.of(ofProviders ? "Care team" : "Patient"));
    operation.setSecurity(List.of(new SecurityRequirement().addList(Contract.BEARER)));
    byStatus(codes(operation, handler, ofProviders))
        .forEach((status, codes) -> operation
            .getResponses()
            .addApiResponse(String.valueOf(status), ProblemSchema.answer(codes)));
    return operation;
  }

  private static Set<ProblemCode> codes(
      Operation operation, HandlerMethod handler, boolean ofProviders) {
    Set<ProblemCode> codes = EnumSet.copyOf(ALWAYS);
    codes.addAll(ofProviders ? OF_PROVIDERS : OF_PATIENTS);
    if (operation.getRequestBody() != null) {
      codes.addAll(ofProviders ? OF_PROVIDERS_BODIES : OF_PATIENTS_BODIES);
    }
    if (hasPathId(operation)) {
      codes.add(ProblemCode.NOT_FOUND);
    }
    Refuses own = handler.getMethodAnnotation(Refuses.class);
    if (own != null) {
      codes.addAll(List.of(own.value()));
    }
    return codes;
  }

  private static boolean hasPathId(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(one -> "path".equals(one.getIn()));
  }

  private static Map<Integer, List<ProblemCode>> byStatus(Set<ProblemCode> codes) {
    Map<Integer, List<ProblemCode>> byStatus = new TreeMap<>();
    codes.forEach(code -> byStatus
        .computeIfAbsent(code.status().value(), status -> new ArrayList<>())
        .add(code));
    return byStatus;
  }
}
