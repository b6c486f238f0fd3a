package org.healthassistant.assistant.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/// Marks in the description which members of a shape are always there and which can be null, as
/// the records say that the interface reads and writes: what is not `@Nullable` is always there;
/// what is left out where it is null is never null.
@Component
class Shapes implements OpenApiCustomizer {

  private final Described described;

  Shapes(Described described) {
    this.described = described;
  }

  @Override
  public void customise(OpenAPI api) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    described.records().forEach((name, shape) -> {
      Schema<?> schema = schemas.get(name);
      if (schema != null) {
        mark(shape, members(schema));
      }
    });
  }

  /// The part of a schema that holds the members: a kind of something stands beside a reference.
  private static Schema<?> members(Schema<?> schema) {
    return schema.getAllOf() == null ? schema : schema.getAllOf().getLast();
  }

  private static void mark(Class<?> shape, Schema<?> schema) {
    Map<String, Schema> members = schema.getProperties();
    if (members == null) {
      return;
    }
    Set<String> always =
        new TreeSet<>(schema.getRequired() == null ? List.of() : schema.getRequired());
    mark(shape, members, always);
    schema.setRequired(always.isEmpty() ? null : new ArrayList<>(always));
  }

  private static void mark(Class<?> shape, Map<String, Schema> members, Set<String> always) {
    for (RecordComponent component : shape.getRecordComponents()) {
      String name = component.getName();
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        mark(component.getType(), members, always);
      } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        always.add(name);
      } else if (!isLeftOut(component)) {
        members.computeIfPresent(name, (member, schema) -> orNull(schema));
      }
    }
  }

  private static boolean isLeftOut(RecordComponent component) {
    JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
    JsonInclude all = component.getDeclaringRecord().getAnnotation(JsonInclude.class);
    JsonInclude said = own == null ? all : own;
    return said != null && said.value() == JsonInclude.Include.NON_NULL;
  }

  private static Schema<?> orNull(Schema<?> schema) {
    if (schema.getTypes() != null && schema.get$ref() == null) {
      Set<String> types = new TreeSet<>(schema.getTypes());
      types.add("null");
      schema.setTypes(types);
      if (schema.getEnum() != null) {
        schema.getEnum().add(null);
      }
      return schema;
    }
    Schema<Object> nothing = new Schema<>(SpecVersion.V31);
    nothing.setTypes(Set.of("null"));
    return new Schema<>(SpecVersion.V31).anyOf(List.of(schema, nothing));
  }
}
