package org.healthassistant.knowledge.article;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// For whom a sentence is meant. These are all there are, so that whoever knows a patient can
/// decide each of them.
///
/// Written as `pregnant`, `medicine:diuretic`, `allergy:penicillin`, `condition:heart-failure`,
/// `age<5` or `age>=65`.
public sealed interface Condition {

  /// A risk fact holds.
  record Risk(RiskFact fact) implements Condition {
    @Override
    public String text() {
      return fact.label();
    }
  }

  /// A medicine is taken.
  ///
  /// @param name an ingredient or a class, as written
  record Medicine(String name) implements Condition {
    @Override
    public String text() {
      return "medicine:" + name;
    }
  }

  /// There is an allergy.
  ///
  /// @param to an ingredient, a class or a food, as written
  record Allergy(String to) implements Condition {
    @Override
    public String text() {
      return "allergy:" + to;
    }
  }

  /// The patient has what an article is about.
  ///
  /// @param slug a topic's slug
  record Topic(String slug) implements Condition {
    @Override
    public String text() {
      return "condition:" + slug;
    }
  }

  /// The patient is younger.
  ///
  /// @param years the age from which it no longer holds
  record Younger(int years) implements Condition {
    @Override
    public String text() {
      return "age<" + years;
    }
  }

  /// The patient has reached an age.
  ///
  /// @param years the age from which it holds
  record Aged(int years) implements Condition {
    @Override
    public String text() {
      return "age>=" + years;
    }
  }

  /// The condition as an article writes it.
  @JsonValue
  String text();

  /// The condition written so; empty when there is none of that form.
  static Optional<Condition> parse(String text) {
    Optional<RiskFact> fact = RiskFact.ofLabel(text);
    if (fact.isPresent()) {
      return Optional.of(new Risk(fact.get()));
    }
    Matcher form = Form.PATTERN.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    if (form.group("years") != null) {
      int years = Integer.parseInt(form.group("years"));
      return Optional.of(form.group("sign").equals("<") ? new Younger(years) : new Aged(years));
    }
    String name = form.group("name");
    return switch (form.group("key")) {
      case "medicine" -> Optional.of(new Medicine(name));
      case "allergy" -> Optional.of(new Allergy(name));
      default -> Headings.slug(name).equals(name) ? Optional.of(new Topic(name)) : Optional.empty();
    };
  }

  /// The condition of a release.
  ///
  /// @throws IllegalArgumentException if there is none of that form; names the text
  @JsonCreator
  static Condition required(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("there is no condition '" + text + "'"));
  }

  /// How the conditions are written that are not bare words.
  final class Form {
    private static final Pattern PATTERN = Pattern.compile(
        "age(?<sign><|>=)(?<years>\\d{1,3})|(?<key>medicine|allergy|condition):(?<name>[^:\\s][^:]*)");

    private Form() {}
  }
}
