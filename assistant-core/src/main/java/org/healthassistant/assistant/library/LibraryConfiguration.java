package org.healthassistant.assistant.library;

import java.nio.file.Path;
import org.healthassistant.assistant.settings.DemoMode;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.StoreSettings;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.release.Release;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KnowledgeSettings.class, EmbeddingSettings.class})
class LibraryConfiguration {

  @Bean
  Encoders encoders(EmbeddingSettings settings) {
    return Encoders.of(settings.englishDirectory(), settings.bilingualDirectory());
  }

  @Bean
  KnowledgeIndex knowledgeIndex(
      KnowledgeSettings settings, Encoders encoders, StoreSettings store) {
    Path directory = settings.release();
    Release release = directory == null ? Release.starter() : Release.load(directory);
    return KnowledgeIndex.open(release, encoders, store.dataDirectory().resolve("index"));
  }

  /// Starter content is served by default in demo mode only.
  @Bean
  Library library(
      KnowledgeIndex index, ClinicalClock clock, KnowledgeSettings settings, DemoMode demo) {
    return new Library(index, clock, settings.starterAllowed(demo.on()));
  }

  @Bean
  ContentNotice contentNotice(Library library) {
    return new ContentNotice(library);
  }
}
