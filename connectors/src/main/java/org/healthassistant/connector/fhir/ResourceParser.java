package org.healthassistant.connector.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
      return parser.parseResource(type, json.toString());
    } catch (DataFormatException | IllegalArgumentException | ClassCastException e) {
      throw wrongForm("");
    }
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
