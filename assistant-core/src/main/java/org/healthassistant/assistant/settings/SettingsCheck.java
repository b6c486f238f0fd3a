package org.healthassistant.assistant.settings;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/// Finds everything that is wrong with the settings at once: it binds every record of settings,
/// goes on after a value that cannot be read, validates what was bound, and looks for settings
/// that no record asked for. A secret's value is never repeated.
public final class SettingsCheck extends AbstractBindHandler {

  private static final String PREFIX = "assistant.";
  private static final String VARIABLE = "ASSISTANT_";

  private final SettingsMetadata metadata = SettingsMetadata.load();
  private final Map<String, String> faults = new TreeMap<>();
  private final Set<ConfigurationPropertyName> asked = new HashSet<>();

  private SettingsCheck() {}

  /// The faults, each with the setting and what to do, in the order of the keys; empty when all
  /// is well.
  public static List<String> faults(ConfigurableEnvironment environment) {
    return new SettingsCheck().check(environment);
  }

  private List<String> check(ConfigurableEnvironment environment) {
    Binder binder = Binder.get(environment);
    try (ValidatorFactory factory = Validation.byDefaultProvider()
        .configure()
        .messageInterpolator(new ParameterMessageInterpolator())
        .buildValidatorFactory()) {
      Validator validator = factory.getValidator();
      metadata.records().forEach((type, prefix) -> record(binder, validator, type, prefix));
    }
    given(environment).forEach((key, variable) -> unknown(key, variable));
    return faults.entrySet().stream()
        .map(f -> "'" + f.getKey() + "' " + f.getValue())
        .toList();
  }

  private <T> void record(Binder binder, Validator validator, Class<T> type, String prefix) {
    @Nullable T bound = binder.bindOrCreate(prefix, Bindable.of(type), this);
    if (bound != null) {
      validator
          .validate(bound)
          .forEach(violation ->
              faults.putIfAbsent(prefix + "." + dashed(violation), violation.getMessage()));
    }
  }

  private static String dashed(ConstraintViolation<?> violation) {
    return Arrays.stream(violation.getPropertyPath().toString().split("\\.", -1))
        .map(DataObjectPropertyName::toDashedForm)
        .collect(Collectors.joining("."));
  }

  @Override
  public <T> Bindable<T> onStart(
      ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
    asked.add(name);
    return target;
  }

  @Override
  public Object onSuccess(
      ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
    String written = written(context);
    if (result instanceof Boolean && !Set.of("true", "false", "").contains(written.strip())) {
      faults.put(name.toString(), WrongValue.describe(target.getType(), written));
    }
    return result;
  }

  @Override
  public @Nullable Object onFailure(
      ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
    String value = written(context);
    if (!value.isBlank() || context.getConfigurationProperty() == null) {
      faults.putIfAbsent(
          name.toString(),
          Setting.isSecret(name.toString())
              ? "has not the form that is documented; see docs/settings.md"
              : WrongValue.describe(target.getType(), value));
    }
    return null;
  }

  private static String written(BindContext context) {
    return context.getConfigurationProperty() == null
        ? ""
        : String.valueOf(context.getConfigurationProperty().getValue());
  }

  /// What is given anywhere under `assistant.`: the name, and whether it is an environment
  /// variable.
  private static Map<String, Boolean> given(ConfigurableEnvironment environment) {
    Map<String, Boolean> given = new TreeMap<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> listed) {
        for (String name : listed.getPropertyNames()) {
          if (name.startsWith(VARIABLE) || name.startsWith(PREFIX)) {
            given.put(name, name.startsWith(VARIABLE));
          }
        }
      }
    }
    return given;
  }

  private void unknown(String key, boolean variable) {
    boolean known = variable
        ? asked.stream().anyMatch(name -> bare(name.toString()).equals(bare(key)))
        : asked.contains(ConfigurationPropertyName.adapt(key, '.'));
    if (!known) {
      String name = variable ? key.toLowerCase(Locale.ROOT).replace('_', '.') : key;
      faults.put(name, "is unknown; " + instead(name));
    }
  }

  /// The members of the list's element where it is one, else the setting with the nearest name.
  private String instead(String key) {
    ConfigurationPropertyName name = ConfigurationPropertyName.adapt(key, '.');
    ConfigurationPropertyName parent = name.getParent();
    if (parent.isLastElementIndexed()) {
      Set<String> members = asked.stream()
          .filter(other ->
              other.getNumberOfElements() == name.getNumberOfElements() && parent.isParentOf(other))
          .map(other -> other.getLastElement(ConfigurationPropertyName.Form.DASHED))
          .collect(Collectors.toCollection(TreeSet::new));
      if (!members.isEmpty()) {
        return "there are " + String.join(", ", members);
      }
    }
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return metadata.all().stream()
        .map(Setting::key)
        .min(Comparator.comparingInt(known -> distance.apply(key, known)))
        .map(nearest -> "did you mean '" + nearest + "'?")
        .orElse("see docs/settings.md");
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
