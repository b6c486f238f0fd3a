package org.healthassistant.assistant.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Says where an answer differs from its description, by the part of JSON Schema that the
/// description uses. Members that are not described are differences.
final class SchemaCheck {

  private final JsonNode api;

  /// @param api the whole description
  SchemaCheck(JsonNode api) {
    this.api = api;
  }

  /// The differences, each with its place; empty: it is as described.
  List<String> differences(JsonNode schema, JsonNode value) {
    List<String> found = new ArrayList<>();
    check(schema, value, "", true, found);
    return found;
  }

  private void check(
      JsonNode schema, JsonNode value, String at, boolean whole, List<String> found) {
    if (schema.has("$ref")) {
      check(target(schema), value, at, whole, found);
      return;
    }
    schema.path("allOf").forEach(part -> check(part, value, at, false, found));
    checkChoices(schema, value, at, found);
    if (schema.has("type") && !isOf(types(schema), type(value))) {
      found.add(at + " is " + type(value) + ", not " + types(schema));
      return;
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      found.add(at + " is " + value + ", none of " + schema.get("enum"));
    }
    if (value.isArray() && schema.has("items")) {
      for (int i = 0; i < value.size(); i++) {
        check(schema.get("items"), value.get(i), at + "/" + i, true, found);
      }
    }
    if (value.isObject()) {
      checkMembers(schema, value, at, whole, found);
    }
  }

  private void checkChoices(JsonNode schema, JsonNode value, String at, List<String> found) {
    for (String choice : List.of("anyOf", "oneOf")) {
      if (schema.has(choice)) {
        long fitting = schema
            .get(choice)
            .valueStream()
            .filter(one -> differences(one, value).isEmpty())
            .count();
        if (fitting == 0 || (fitting > 1 && choice.equals("oneOf"))) {
          found.add(at + " fits " + fitting + " of " + choice);
        }
      }
    }
  }

  private void checkMembers(
      JsonNode schema, JsonNode value, String at, boolean whole, List<String> found) {
    schema.path("required").forEach(name -> {
      if (!value.has(name.asString())) {
        found.add(at + "/" + name.asString() + " is missing");
      }
    });
    schema.path("properties").properties().forEach(member -> {
      if (value.has(member.getKey())) {
        JsonNode inner = value.get(member.getKey());
        check(member.getValue(), inner, at + "/" + member.getKey(), true, found);
      }
    });
    if (whole && !schema.has("anyOf") && !schema.has("oneOf")) {
      Set<String> known = names(schema);
      value.propertyNames().forEach(name -> {
        if (!known.contains(name)) {
          found.add(at + "/" + name + " is not described");
        }
      });
    }
  }

  private Set<String> names(JsonNode schema) {
    Set<String> names = new HashSet<>(schema.path("properties").propertyNames());
    if (schema.has("$ref")) {
      names.addAll(names(target(schema)));
    }
    schema.path("allOf").forEach(part -> names.addAll(names(part)));
    return names;
  }

  private JsonNode target(JsonNode schema) {
    JsonNode target = api.at(schema.get("$ref").asString().substring(1));
    if (target.isMissingNode()) {
      throw new AssertionError(schema.get("$ref") + " leads nowhere");
    }
    return target;
  }

  private static List<String> types(JsonNode schema) {
    JsonNode type = schema.get("type");
    return type.isArray()
        ? type.valueStream().map(JsonNode::asString).toList()
        : List.of(type.asString());
  }

  private static boolean isOf(List<String> types, String type) {
    return types.contains(type) || (type.equals("integer") && types.contains("number"));
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NULL, MISSING -> "null";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case OBJECT, POJO -> "object";
      case STRING, BINARY -> "string";
    };
  }

  private static boolean contains(JsonNode choices, JsonNode value) {
    return choices.valueStream().anyMatch(value::equals);
  }
}
