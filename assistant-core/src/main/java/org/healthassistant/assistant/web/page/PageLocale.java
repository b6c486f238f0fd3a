package org.healthassistant.assistant.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/// The language of a page or a request: the one its controller chose, else the first of the
/// browser's that we speak, else the fallback.
@Component("localeResolver")
public final class PageLocale implements LocaleResolver {

  private static final String CHOSEN = PageLocale.class.getName();

  /// The first wished language that we speak, else the fallback.
  public static Language spokenOf(List<String> wishes) {
    return wishes.stream()
        .flatMap(tag -> Language.find(tag).stream())
        .findFirst()
        .orElse(Language.FALLBACK);
  }

  /// Chooses the language of the page being rendered.
  public static void use(HttpServletRequest request, Language language) {
    request.setAttribute(CHOSEN, language.locale());
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    if (request.getAttribute(CHOSEN) instanceof Locale chosen) {
      return chosen;
    }
    if (request.getHeader("Accept-Language") == null) {
      return Language.FALLBACK.locale();
    }
    return Collections.list(request.getLocales()).stream()
        .flatMap(locale -> Language.find(locale.getLanguage()).map(spoken -> locale).stream())
        .findFirst()
        .orElse(Language.FALLBACK.locale());
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    use(request, locale == null ? Language.FALLBACK : Language.ofLocale(locale));
  }
}
