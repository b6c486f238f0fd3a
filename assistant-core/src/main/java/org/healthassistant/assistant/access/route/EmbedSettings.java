package org.healthassistant.assistant.access.route;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may embed the widget.
///
/// @param origins the sites that may embed the widget; unset: none
@ConfigurationProperties("assistant.embed")
record EmbedSettings(@DefaultValue List<String> origins) {

  EmbedSettings {
    origins = List.copyOf(origins);
  }
}
