package org.healthassistant.assistant.library;

import org.healthassistant.assistant.settings.DemoMode;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.StoreSettings;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.store.database.StoredJson;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.embed.Encoders;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KnowledgeSettings.class, EmbeddingSettings.class})
class LibraryConfiguration {

  @Bean
  Encoders encoders(EmbeddingSettings settings) {
    return Encoders.of(settings.englishDirectory(), settings.bilingualDirectory());
  }

  @Bean
  ReleaseOpener releaseOpener(KnowledgeSettings settings, Encoders encoders, StoreSettings store) {
    return new ReleaseOpener(settings.release(), encoders, store.dataDirectory().resolve("index"));
  }

  /// The release with which the service starts.
  @Bean
  KnowledgeIndex knowledgeIndex(ReleaseOpener opener) {
    return opener.first();
  }

  @Bean
  ReleaseInUse releaseInUse(KnowledgeIndex first, ReleaseOpener opener) {
    String id = first.releaseId();
    return new ReleaseInUse(first, () -> opener.closed(id));
  }

  @Bean
  MeaningClassifier meaningClassifier(Encoders encoders) {
    return MeaningClassifier.builtIn(encoders);
  }

  /// Starter content is served by default in demo mode only.
  @Bean
  Library library(
      ReleaseInUse releases,
      MeaningClassifier classifier,
      ClinicalClock clock,
      KnowledgeSettings settings,
      DemoMode demo,
      CitedArticles cited) {
    return new Library(releases, classifier, clock, settings.starterAllowed(demo.on()), cited);
  }

  @Bean
  CitedArticles citedArticles(JdbcClient jdbc, StoredJson json, Transactions transactions) {
    return new StoredArticles(jdbc, json, transactions);
  }

  @Bean
  ShelfWatch shelfWatch(
      KnowledgeSettings settings, Library library, ReleaseOpener opener, RealClock clock) {
    return new ShelfWatch(settings.release(), settings.refresh(), library, opener, clock);
  }

  @Bean
  ContentNotice contentNotice(Library library) {
    return new ContentNotice(library);
  }
}
