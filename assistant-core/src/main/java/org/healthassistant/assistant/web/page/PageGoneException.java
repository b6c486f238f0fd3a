package org.healthassistant.assistant.web.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// What a page would show is there no more, or never was: 404. People read why in their language.
public final class PageGoneException extends ResponseStatusException {

  private static final long serialVersionUID = 1L;

  private final String what;

  private PageGoneException(String what) {
    super(HttpStatus.NOT_FOUND);
    this.what = what;
  }

  /// An article that the library does not hold: citations outlive their release.
  public static PageGoneException article() {
    return new PageGoneException("article");
  }

  /// The end of the key of its sentence.
  String what() {
    return what;
  }
}
