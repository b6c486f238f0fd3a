package org.healthassistant.assistant.answer.desk;

import dev.langchain4j.model.chat.StreamingChatModel;
import java.util.Optional;
import org.healthassistant.assistant.answer.AnswerDesk;
import org.healthassistant.assistant.answer.evidence.EvidenceFinder;
import org.healthassistant.assistant.answer.evidence.OutOfScopeQuestions;
import org.healthassistant.assistant.answer.extractive.ExtractiveWriter;
import org.healthassistant.assistant.answer.grounding.GroundingCheck;
import org.healthassistant.assistant.answer.model.ModelWriter;
import org.healthassistant.assistant.answer.model.ModelWriterSettings;
import org.healthassistant.assistant.answer.text.RankingConstants;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.settings.ServiceSettings;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.connector.model.ChatModels;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelWriterSettings.class)
class AnswerConfiguration {

  /// The safety room knows no Spring and no files of words, so its wording is made here.
  @Bean
  FixedWording fixedWording(ServiceSettings settings, PatientWords words) {
    return FixedWording.forRegion(settings.region().name(), words::group);
  }

  @Bean
  FixedReplies fixedReplies(FixedWording safety, PatientWords words) {
    return new FixedReplies(safety, words);
  }

  @Bean
  RankingConstants rankingConstants() {
    return RankingConstants.builtIn();
  }

  @Bean
  OutOfScopeQuestions outOfScopeQuestions() {
    return new OutOfScopeQuestions();
  }

  @Bean
  GroundingCheck groundingCheck() {
    return new GroundingCheck();
  }

  @Bean
  ExtractiveWriter extractiveWriter(RankingConstants constants) {
    return new ExtractiveWriter(constants.sentence());
  }

  @Bean
  EvidenceFinder evidenceFinder(
      Library library, RecordDesk records, OutOfScopeQuestions guard, RankingConstants constants) {
    return new EvidenceFinder(library, records, guard, constants);
  }

  @Bean
  ModelWriter modelWriter(
      ModelWriterSettings settings,
      Consents consents,
      RecordDesk records,
      ClinicalClock clock,
      ExtractiveWriter rules,
      GroundingCheck check) {
    Optional<StreamingChatModel> model = settings.connection().map(ChatModels::openAiCompatible);
    return new ModelWriter(
        model,
        settings,
        subject -> consents.granted(subject, Purpose.EXTERNAL_MODEL),
        subject -> records.person(subject),
        clock,
        rules,
        check);
  }

  @Bean
  AnswerDesk answerDesk(
      EvidenceFinder finder,
      RecordDesk records,
      ModelWriter model,
      ExtractiveWriter extractive,
      OutOfScopeQuestions guard,
      GroundingCheck check,
      FixedReplies replies) {
    return new EvidenceAnswerDesk(
        finder, records, model, extractive, guard, new FollowUpQuestions(), check, replies);
  }
}
