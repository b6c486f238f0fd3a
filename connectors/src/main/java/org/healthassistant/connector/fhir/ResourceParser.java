package org.healthassistant.connector.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns one resource's JSON into HAPI's type. The context is made once, at first use (about a
/// second).
///
/// Elements that R4 does not know are passed over; a value of the wrong form makes the resource
/// unreadable.
final class ResourceParser {
  private ResourceParser() {}

  private static final class Context {
    static final FhirContext R4 = FhirContext.forR4Cached();
  }

  static <R extends Resource> R parse(Class<R> type, JsonNode json) {
    IParser parser = Context.R4.newJsonParser();
    parser.setParserErrorHandler(new Strictness());
    try {
      return parser.parseResource(type, withoutNarrative(json).toString());
    } catch (UnreadableException e) {
      throw e;
    } catch (RuntimeException e) {
      throw wrongForm("");
    }
  }

  /// The resource without what is never read and often written wrongly: narratives, extensions of
  /// single values, and values that are empty.
  private static JsonNode withoutNarrative(JsonNode json) {
    JsonNode copy = json.deepCopy();
    strip(copy);
    if (copy instanceof ObjectNode resource) {
      resource.remove("text");
    }
    copy.path("contained").forEach(contained -> {
      if (contained instanceof ObjectNode inner) {
        inner.remove("text");
      }
    });
    return copy;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.removeIf(ResourceParser::isEmpty);
      List.copyOf(object.propertyNames()).stream()
          .filter(name -> name.startsWith("_"))
          .forEach(object::remove);
    } else if (node instanceof ArrayNode array) {
      array.removeIf(ResourceParser::isEmpty);
    }
    node.forEach(ResourceParser::strip);
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull() || (value.isString() && value.asString().isBlank());
  }

  private static UnreadableException wrongForm(String element) {
    return new UnreadableException(
        (element.isEmpty() ? "a value" : "a value in '" + element + "'")
            + " has a form that FHIR R4 does not allow",
        "correct the entry in the source and export it again");
  }

  /// Refuses wrong values without repeating them, and passes over what is merely unknown.
  private static final class Strictness extends LenientErrorHandler {
    Strictness() {
      super(false);
    }

    @Override
    public void invalidValue(@Nullable IParseLocation location, String value, String error) {
      throw wrongForm(name(location));
    }

    @Override
    public void incorrectJsonType(
        @Nullable IParseLocation location,
        String element,
        ValueType expected,
        ScalarType expectedScalar,
        ValueType found,
        ScalarType foundScalar) {
      // A number written as a string is common and harmless; anything else is not what it says it
      // is.
      if (expected != ValueType.SCALAR || found != ValueType.SCALAR) {
        throw wrongForm(element);
      }
    }

    @Override
    public void unexpectedRepeatingElement(@Nullable IParseLocation location, String element) {
      throw wrongForm(element);
    }

    @Override
    public void unknownElement(@Nullable IParseLocation location, String element) {}

    private static String name(@Nullable IParseLocation location) {
      return location == null || location.getParentElementName() == null
          ? ""
          : location.getParentElementName();
    }
  }
}
