package org.healthassistant.assistant.web;

import java.util.List;
import java.util.Map;
import org.healthassistant.assistant.web.page.PageLocale;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.knowledge.text.Language;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// What the widget says by itself, in the first wished language that we speak.
@Controller
class WidgetTexts {

  private final PatientWords words;

  WidgetTexts(PatientWords words) {
    this.words = words;
  }

  /// The texts by name, and the tag of their language as `language`.
  ///
  /// @param lang wished languages as BCP 47 tags, the dearest first; none that we speak: English
  @GetMapping("/widget/texts.json")
  @ResponseBody
  Map<String, String> show(@RequestParam(defaultValue = "") List<String> lang) {
    Language language = PageLocale.spokenOf(lang);
    Map<String, String> texts = words.group("widget", language);
    texts.put("language", language.tag());
    return texts;
  }
}
