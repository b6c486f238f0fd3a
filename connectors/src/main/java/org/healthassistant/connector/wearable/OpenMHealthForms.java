package org.healthassistant.connector.wearable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks data of Open mHealth and IEEE 1752.1 against their forms (`wearable/openmhealth.json`).
final class OpenMHealthForms {

  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})");

  private static final Pattern LOCAL_TIME =
      Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d{1,3})?");

  private static final Pattern SHARE =
      Pattern.compile("\\d{1,2}(st|nd|rd|th) (percentile|quintile|quartile|decile)");

  private final JsonNode data;

  private OpenMHealthForms(JsonNode data) {
    this.data = data;
  }

  private static final class BuiltIn {
    static final OpenMHealthForms FORMS = new OpenMHealthForms(load());
  }

  /// The forms that ship with the product.
  static OpenMHealthForms builtIn() {
    return BuiltIn.FORMS;
  }

  private static JsonNode load() {
    try (InputStream in =
        OpenMHealthForms.class.getResourceAsStream("/wearable/openmhealth.json")) {
      if (in == null) {
        throw new IllegalStateException("wearable/openmhealth.json is not in the jar");
      }
      return JsonMapper.shared().readTree(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether there is a form of that name.
  boolean knows(String name) {
    return data.path("forms").has(name);
  }

  /// What is wrong with a value as one of a form; empty where nothing is. Never holds the value.
  ///
  /// @param version such as `3.0`; a later one than is known counts as the latest known
  /// @throws IllegalArgumentException if there is no form of that name
  Optional<String> problem(String name, String version, JsonNode value) {
    JsonNode form = data.path("forms").path(name);
    if (form.isMissingNode()) {
      throw new IllegalArgumentException("there is no form '" + name + "'");
    }
    Map<String, String> members = members(form, version);
    String whole = members.get("is");
    if (whole != null) {
      return is(whole, value) ? Optional.empty() : Optional.of("it is no " + name);
    }
    if (!value.isObject()) {
      return Optional.of("it is no " + name);
    }
    return members.entrySet().stream()
        .filter(member -> !holds(member.getValue(), value.path(member.getKey())))
        .map(Map.Entry::getKey)
        .findFirst()
        .map(member -> "'" + member + "' is not as it must be");
  }

  private Map<String, String> members(JsonNode form, String version) {
    Map<String, String> members = new LinkedHashMap<>();
    data.path("common")
        .properties()
        .forEach(member -> members.put(member.getKey(), member.getValue().asString("")));
    for (JsonNode step : form) {
      if (number(step.path("from").asString("")).compareTo(number(version)) <= 0) {
        step.properties().stream()
            .filter(member -> !member.getKey().equals("from"))
            .forEach(member -> members.put(member.getKey(), member.getValue().asString("")));
      }
    }
    return members;
  }

  /// Versions such as `1.1.RC1` count by their first two numbers; none at all as the latest.
  private static BigDecimal number(String version) {
    String[] parts = version.split("\\.");
    try {
      return new BigDecimal(parts.length < 2 ? parts[0] : parts[0] + "." + parts[1]);
    } catch (NumberFormatException e) {
      return BigDecimal.valueOf(Long.MAX_VALUE);
    }
  }

  private boolean holds(String type, JsonNode value) {
    boolean must = type.startsWith("!");
    return value.isMissingNode() ? !must : is(must ? type.substring(1) : type, value);
  }

  private boolean is(String type, JsonNode value) {
    int colon = type.indexOf(':');
    String kind = colon < 0 ? type : type.substring(0, colon);
    String detail = colon < 0 ? "" : type.substring(colon + 1);
    return switch (kind) {
      case "unit" -> isUnit(detail, value);
      case "range" -> isRange(detail, value);
      case "amount" -> isUnit(detail, value) || isRange(detail, value);
      case "word" -> isWord(detail, value);
      case "list" ->
        value.isArray() && !value.isEmpty() && value.valueStream().allMatch(one -> is(detail, one));
      case "form" -> problem(detail, "", value).isEmpty();
      case "frame", "frame-exact", "frame-span", "span" -> isTime(kind, value);
      default -> isPlain(kind, value);
    };
  }

  private static boolean isPlain(String kind, JsonNode value) {
    return switch (kind) {
      case "object" -> value.isObject();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      case "flag" -> value.isBoolean();
      case "text" -> value.isString() && !value.asString().isBlank();
      case "moment" -> value.isString() && MOMENT.matcher(value.asString()).matches();
      case "local-time" ->
        value.isString() && LOCAL_TIME.matcher(value.asString()).matches();
      case "address" -> value.isString() && isAddress(value.asString());
      default -> throw new IllegalStateException("openmhealth.json has a type '" + kind + "'");
    };
  }

  private static boolean isAddress(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private boolean isUnit(String units, JsonNode value) {
    return value.path("value").isNumber() && isUnitName(units, value.path("unit"));
  }

  private boolean isRange(String units, JsonNode value) {
    return value.path("low_value").isNumber()
        && value.path("high_value").isNumber()
        && isUnitName(units, value.path("unit"));
  }

  private boolean isUnitName(String units, JsonNode unit) {
    if (!unit.isString()) {
      return false;
    }
    JsonNode family = data.path("units").path(units);
    List<String> allowed = family.isArray()
        ? family.valueStream().map(one -> one.asString("")).toList()
        : Arrays.asList(units.split("\\|"));
    return units.isEmpty() || allowed.contains(unit.asString());
  }

  private boolean isWord(String list, JsonNode value) {
    String said = value.isString() ? value.asString() : "";
    return data.path("words")
            .path(list)
            .valueStream()
            .anyMatch(one -> said.equals(one.asString("")))
        || (list.equals("statistic") && SHARE.matcher(said).matches());
  }

  private boolean isTime(String kind, JsonNode value) {
    if (kind.equals("span")) {
      return isSpan(value, true);
    }
    JsonNode span = value.path("time_interval");
    boolean moment = isPlain("moment", value.path("date_time"));
    if (span.isMissingNode()) {
      return moment && !kind.equals("frame-span");
    }
    return value.path("date_time").isMissingNode() && isSpan(span, kind.equals("frame"));
  }

  private boolean isSpan(JsonNode span, boolean partOfDay) {
    boolean start = isPlain("moment", span.path("start_date_time"));
    boolean end = isPlain("moment", span.path("end_date_time"));
    boolean duration = isUnit("duration", span.path("duration"));
    boolean part = span.path("date").isString() && isWord("part-of-day", span.path("part_of_day"));
    return (start && end) || (duration && (start || end)) || (part && partOfDay);
  }
}
