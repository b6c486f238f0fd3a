package org.healthassistant.knowledge.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.healthassistant.knowledge.article.FrontMatter;
import org.healthassistant.knowledge.article.RecordTies;
import org.healthassistant.knowledge.article.ReviewStatus;
import org.healthassistant.knowledge.article.Source;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads an article's front matter, collecting everything that is wrong with it.
final class FrontMatterReader {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<String> REQUIRED = List.of(
      "id",
      "title",
      "language",
      "topics",
      "audience",
      "publisher",
      "url",
      "licence",
      "evidenceDate",
      "reviewedBy",
      "reviewedOn",
      "reviewBy",
      "status");
  private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
  private static final List<String> TIES = List.of("conditions", "medicines", "measures");
  private static final List<String> OPTIONAL = List.of("pair", "also", "record", "sources");
  private static final LocalDate NO_DATE = LocalDate.EPOCH;

  private final SourceText source;
  private final List<Problem> problems;
  private final JsonNode root;

  private FrontMatterReader(SourceText source, List<Problem> problems, JsonNode root) {
    this.source = source;
    this.problems = problems;
    this.root = root;
  }

  static Optional<FrontMatter> read(SourceText source, List<Problem> problems) {
    if (!source.hasFrontMatter()) {
      problems.add(source.problem(
          1,
          "front-matter",
          "the file does not begin with front matter between two lines '---'",
          "begin it with the keys " + String.join(", ", REQUIRED)));
      return Optional.empty();
    }
    try {
      JsonNode root = YAML.readTree(source.frontMatter());
      if (root == null || !root.isObject()) {
        problems.add(source.problem(
            2, "front-matter", "the front matter holds no keys", "write one 'key: value' a line"));
        return Optional.empty();
      }
      return new FrontMatterReader(source, problems, root).check();
    } catch (JacksonException malformed) {
      int line = malformed.getLocation() == null
          ? 1
          : Math.max(1, malformed.getLocation().getLineNr());
      problems.add(source.problem(
          source.lineOfFrontMatter(line),
          "yaml",
          "the front matter is not YAML",
          "check quotes, colons and brackets there"));
      return Optional.empty();
    }
  }

  private Optional<FrontMatter> check() {
    int before = problems.size();
    checkKeys();
    FrontMatter front = new FrontMatter(
        text("id", value -> value.matches(ID), "use lower-case letters, digits and hyphens"),
        text("title", value -> true, ""),
        language(),
        pair(),
        topics(),
        texts("also", root.path("also")),
        record(),
        text("audience", value -> true, ""),
        text("publisher", value -> true, ""),
        text(
            "url",
            value -> value.matches("https?://\\S+"),
            "use an address that begins with https://"),
        text("licence", value -> true, ""),
        date("evidenceDate"),
        root.path("reviewedBy").asString(""),
        optionalDate("reviewedOn"),
        date("reviewBy"),
        status(),
        sources());
    checkReview(front);
    return problems.size() == before ? Optional.of(front) : Optional.empty();
  }

  private void checkKeys() {
    for (String key : REQUIRED) {
      if (!root.has(key)) {
        add(key, "the key '" + key + "' is missing", "add a line '" + key + ": …'");
      }
    }
    for (String key : root.propertyNames()) {
      if (!REQUIRED.contains(key) && !OPTIONAL.contains(key)) {
        add(key, "the key '" + key + "' is not known", "remove it or correct its spelling");
      }
    }
  }

  private void checkReview(FrontMatter front) {
    if (front.status() == ReviewStatus.APPROVED
        && (front.reviewedOn() == null || front.reviewedBy().isBlank())) {
      add(
          "status",
          "status is approved but reviewedBy or reviewedOn is empty",
          "name the reviewer and the day, or use 'approve'");
    }
    if (!front.reviewBy().equals(NO_DATE) && front.reviewBy().isBefore(front.evidenceDate())) {
      add("reviewBy", "reviewBy lies before evidenceDate", "correct one of the two dates");
    }
  }

  private String text(String key, Predicate<String> rule, String wayOut) {
    String value = root.path(key).asString("");
    if (root.has(key) && value.isBlank()) {
      add(key, "the value of '" + key + "' is empty", "write one");
    } else if (root.has(key) && !rule.test(value)) {
      add(key, "the value of '" + key + "' is not allowed", wayOut);
    }
    return value;
  }

  /// Our own data: the tag itself, no country.
  private Language language() {
    List<String> tags = List.of(Language.tags());
    return Language.orFallback(
        text("language", tags::contains, "use " + String.join(" or ", tags)));
  }

  private LocalDate date(String key) {
    @Nullable LocalDate date = optionalDate(key);
    if (date == null && root.has(key) && root.path(key).asString("").isBlank()) {
      add(key, "the date of '" + key + "' is empty", "write it as 2026-01-31");
    }
    return date == null ? NO_DATE : date;
  }

  private @Nullable LocalDate optionalDate(String key) {
    String value = root.path(key).asString("");
    if (value.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException wrong) {
      add(key, "the date of '" + key + "' is not a date", "write it as 2026-01-31");
      return null;
    }
  }

  private ReviewStatus status() {
    String value = root.path("status").asString("");
    Optional<ReviewStatus> status = ReviewStatus.ofLabel(value);
    if (status.isEmpty() && root.has("status")) {
      add(
          "status",
          "the status is not known",
          "use draft, in-review, approved, retired or starter");
    }
    return status.orElse(ReviewStatus.DRAFT);
  }

  private List<String> topics() {
    List<String> topics = new ArrayList<>();
    root.path("topics").forEach(topic -> topics.add(topic.asString("")));
    if (root.has("topics")
        && (topics.isEmpty() || !topics.stream().allMatch(it -> it.matches(ID)))) {
      add("topics", "the topics are not a list of slugs", "write them as [diabetes, food]");
    }
    return topics;
  }

  private @Nullable String pair() {
    String pair = root.path("pair").asString("");
    if (!pair.isEmpty() && !pair.matches(ID)) {
      add("pair", "the pair is not an article's id", "write the id of the other article");
    }
    return pair.isEmpty() ? null : pair;
  }

  private RecordTies record() {
    JsonNode record = root.path("record");
    for (String key : record.propertyNames()) {
      if (!TIES.contains(key)) {
        add("record", "record has no member '" + key + "'", "use " + String.join(", ", TIES));
      }
    }
    return new RecordTies(
        texts("record", record.path(TIES.get(0))),
        texts("record", record.path(TIES.get(1))),
        texts("record", record.path(TIES.get(2))));
  }

  private List<String> texts(String key, JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asString("").strip()));
    if (!(list.isMissingNode() || list.isNull() || list.isArray()) || texts.contains("")) {
      add(key, "'" + key + "' holds what is no list of words", "write it as [one, two]");
    }
    return texts.stream().filter(text -> !text.isEmpty()).toList();
  }

  private List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    for (JsonNode node : root.path("sources")) {
      try {
        sources.add(new Source(
            node.path("name").asString(""),
            node.path("url").asString(""),
            LocalDate.parse(node.path("date").asString(""))));
      } catch (DateTimeException wrong) {
        add("sources", "a source has no date", "write each as {name: …, url: …, date: 2026-01-31}");
      }
    }
    return sources;
  }

  private void add(String key, String what, String wayOut) {
    problems.add(source.problem(source.lineOfKey(key), "front-matter", what, wayOut));
  }
}
