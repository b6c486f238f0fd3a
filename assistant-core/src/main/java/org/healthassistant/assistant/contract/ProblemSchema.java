package org.healthassistant.assistant.contract;

import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.problem.ProblemCode;

/// How a problem looks, and which codes one answer can bear.
final class ProblemSchema {

  /// The name of the schema.
  static final String NAME = "Problem";

  private static final String MEDIA_TYPE = "application/problem+json";

  private ProblemSchema() {}

  /// A problem with any code.
  static Schema<?> whole() {
    return object()
        .addProperty("type", text("A URI, `about:blank` where absent"))
        .addProperty("title", text("The status in words"))
        .addProperty("status", typed("integer"))
        .addProperty("detail", text("The rule and the way out; never what was sent"))
        .addProperty("instance", text("The path that was asked"))
        .addProperty("code", codes(Arrays.asList(ProblemCode.values())))
        .required(List.of("status", "code"));
  }

  /// An answer of one status by one of these codes.
  static ApiResponse answer(Collection<ProblemCode> codes) {
    Schema<?> narrowed = typed(null)
        .allOf(List.of(
            typed(null).$ref("#/components/schemas/" + NAME),
            object().addProperty("code", codes(codes))));
    return new ApiResponse()
        .description(
            codes.stream().map(code -> "`" + code.code() + "`").collect(Collectors.joining(", ")))
        .content(new Content().addMediaType(MEDIA_TYPE, new MediaType().schema(narrowed)));
  }

  private static Schema<?> codes(Collection<ProblemCode> codes) {
    Schema<String> schema = typed("string");
    codes.stream().map(ProblemCode::code).sorted().forEach(schema::addEnumItemObject);
    return schema;
  }

  private static Schema<?> object() {
    return typed("object");
  }

  private static Schema<?> text(String description) {
    return typed("string").description(description);
  }

  private static <T> Schema<T> typed(@org.jspecify.annotations.Nullable String type) {
    Schema<T> schema = new Schema<>(SpecVersion.V31);
    if (type != null) {
      schema.setTypes(Set.of(type));
    }
    return schema;
  }
}
