package org.healthassistant.assistant.answer.desk;

import dev.langchain4j.model.chat.StreamingChatModel;
import java.util.Optional;
import org.healthassistant.assistant.answer.model.ModelWriter;
import org.healthassistant.assistant.answer.model.ModelWriterSettings;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.connector.model.ChatModels;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelWriterSettings.class)
class AnswerConfiguration {

  @Bean
  ModelWriter modelWriter(
      ModelWriterSettings settings, Consents consents, RecordDesk records, ClinicalClock clock) {
    Optional<StreamingChatModel> model = settings.connection().map(ChatModels::openAiCompatible);
    return new ModelWriter(
        model,
        settings,
        subject -> consents.granted(subject, Purpose.EXTERNAL_MODEL),
        subject -> records.person(subject),
        clock);
  }
}
