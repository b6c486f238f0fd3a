package org.healthassistant.assistant.workspace.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.team.CareTeam;
import org.healthassistant.assistant.team.Member;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// The workspace's words: texts of `messages/staff.properties`, names of people, times as the
/// organisation's clock shows them.
@Component
public class WorkspaceTexts {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.ENGLISH);

  private static final String CATEGORY = "category.";
  private static final Set<String> NO_CATEGORIES = Set.of("category.none", "category.self-care");

  private final MessageSource texts;
  private final CareTeam team;
  private final RealClock now;
  private final ClinicalClock clinic;

  WorkspaceTexts(MessageSource texts, CareTeam team, RealClock now, ClinicalClock clinic) {
    this.texts = texts;
    this.team = team;
    this.now = now;
    this.clinic = clinic;
  }

  /// The text of a key, its places filled; the key itself where there is no text.
  public String text(String key, Object... places) {
    return String.valueOf(texts.getMessage(key, places, key, Locale.ENGLISH));
  }

  /// The text of a key whose places have names, as the scripts fill it in too.
  ///
  /// @param values what stands for each name
  public String filled(String key, Map<String, ?> values) {
    String text = text(key);
    for (var value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue().toString());
    }
    return text;
  }

  /// The word of a code: a level, a state, a category, a kind of event.
  public String word(String kind, String code) {
    String key = kind + "." + code;
    String found = text(key);
    return found.equals(key) ? code : found;
  }

  /// Categories in plain words, joined.
  public String categories(List<String> codes) {
    return codes.isEmpty()
        ? text("category.none")
        : codes.stream().map(code -> word("category", code)).collect(Collectors.joining(", "));
  }

  /// Every category that can be waiting, with its word, by the word's order.
  public Map<String, String> allCategories() {
    ResourceBundle bundle = ResourceBundle.getBundle("messages.staff", Locale.ROOT);
    return bundle.keySet().stream()
        .filter(key -> key.startsWith(CATEGORY) && !NO_CATEGORIES.contains(key))
        .sorted(Comparator.comparing(this::text))
        .collect(Collectors.toMap(
            key -> key.substring(CATEGORY.length()),
            this::text,
            (one, other) -> one,
            LinkedHashMap::new));
  }

  /// The name of a provider; the id where the team does not know it.
  public String person(String id) {
    return switch (id) {
      case "patient", "system" -> word("actor", id);
      default -> team.member(id).map(Member::name).orElse(id);
    };
  }

  /// A moment on the organisation's clock, with the day where it is not today.
  public String time(Instant at) {
    LocalDate today = LocalDate.ofInstant(now.instant(), clinic.zone());
    boolean isToday = LocalDate.ofInstant(at, clinic.zone()).equals(today);
    return (isToday ? TIME : DAY_AND_TIME).withZone(clinic.zone()).format(at);
  }

  /// How long ago or from now, in the largest unit that fits: `3 min`, `2 h 5 min`, `4 d`.
  public String span(Instant from, Instant to) {
    long minutes = Math.max(0, Duration.between(from, to).toMinutes());
    if (minutes < 60) {
      return filled("span.minutes", Map.of("n", minutes));
    }
    return minutes < 48 * 60
        ? filled("span.hours", Map.of("h", minutes / 60, "n", minutes % 60))
        : filled("span.days", Map.of("n", minutes / (24 * 60)));
  }

  /// Now, for spans.
  public Instant now() {
    return now.instant();
  }
}
