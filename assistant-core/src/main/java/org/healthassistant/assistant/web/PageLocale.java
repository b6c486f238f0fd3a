package org.healthassistant.assistant.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/// The language of a page or a request: the one its controller chose, else the first of the
/// browser's that we speak, else English.
@Component("localeResolver")
class PageLocale implements LocaleResolver {

  private static final String CHOSEN = PageLocale.class.getName();
  private static final Set<String> SPOKEN = Set.of("en", "es");

  /// The language for a tag: `en` or `es`.
  static String spoken(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    return SPOKEN.contains(language) ? language : "en";
  }

  /// The tag of the first wished language that we speak; English where there is none.
  static String spokenOf(List<String> wishes) {
    return wishes.stream()
        .map(tag -> Locale.forLanguageTag(tag).getLanguage())
        .filter(SPOKEN::contains)
        .findFirst()
        .orElse("en");
  }

  /// Chooses the language of the page being rendered.
  static void use(HttpServletRequest request, String language) {
    request.setAttribute(CHOSEN, Locale.forLanguageTag(language));
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    if (request.getAttribute(CHOSEN) instanceof Locale chosen) {
      return chosen;
    }
    if (request.getHeader("Accept-Language") == null) {
      return Locale.ENGLISH;
    }
    return Collections.list(request.getLocales()).stream()
        .filter(locale -> SPOKEN.contains(locale.getLanguage()))
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    use(request, locale == null ? "en" : locale.getLanguage());
  }
}
