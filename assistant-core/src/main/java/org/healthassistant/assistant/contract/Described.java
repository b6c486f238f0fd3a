package org.healthassistant.assistant.contract;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The records that `/api` reads and writes, by the names of their schemas. Read from what the
/// routes take and give, and from there on through members.
@Component
class Described {

  private static final String OURS = "org.healthassistant.";

  private final RequestMappingHandlerMapping routes;

  Described(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
    this.routes = routes;
  }

  /// The records by name.
  ///
  /// @throws IllegalStateException if two records have the same name: one would be described as
  ///     the other
  Map<String, Class<?>> records() {
    Map<String, Class<?>> found = new TreeMap<>();
    routes.getHandlerMethods().forEach((route, handler) -> {
      if (route.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/"))) {
        add(handler, found);
      }
    });
    return found;
  }

  private static void add(HandlerMethod handler, Map<String, Class<?>> found) {
    Method method = handler.getMethod();
    add(method.getGenericReturnType(), found);
    Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
        .forEach(parameter -> add(parameter.getParameterizedType(), found));
    for (ApiResponse response : method.getAnnotationsByType(ApiResponse.class)) {
      for (Content content : response.content()) {
        add(content.schema().implementation(), found);
      }
    }
  }

  private static void add(Type type, Map<String, Class<?>> found) {
    ResolvableType resolved = ResolvableType.forType(type);
    for (ResolvableType argument : resolved.getGenerics()) {
      add(argument.getType(), found);
    }
    Class<?> raw = resolved.toClass();
    if (!raw.getName().startsWith(OURS)) {
      return;
    }
    if (raw.isSealed()) {
      Arrays.stream(raw.getPermittedSubclasses()).forEach(kind -> add(kind, found));
    } else if (raw.isRecord()) {
      addRecord(raw, found);
    }
  }

  private static void addRecord(Class<?> shape, Map<String, Class<?>> found) {
    String name = name(shape);
    Class<?> before = found.putIfAbsent(name, shape);
    if (before == null) {
      for (RecordComponent component : shape.getRecordComponents()) {
        add(described(component), found);
      }
    } else if (before != shape) {
      throw new IllegalStateException("CT-001: " + before.getName() + " and " + shape.getName()
          + " are both described as '" + name + "'; give one a name by @Schema(name = …)");
    }
  }

  private static Type described(RecordComponent component) {
    Schema said = component.getAccessor().getAnnotation(Schema.class);
    return said == null || said.implementation() == Void.class
        ? component.getGenericType()
        : said.implementation();
  }

  private static String name(AnnotatedElement shape) {
    Schema said = shape.getAnnotation(Schema.class);
    return said == null || said.name().isEmpty() ? ((Class<?>) shape).getSimpleName() : said.name();
  }
}
