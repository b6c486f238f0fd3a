package org.healthassistant.assistant.answer.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.evidence.EvidenceFinder;
import org.healthassistant.assistant.answer.evidence.OutOfScopeQuestions;
import org.healthassistant.assistant.answer.extractive.ExtractiveWriter;
import org.healthassistant.assistant.answer.grounding.GroundingCheck;
import org.healthassistant.assistant.answer.model.ModelWriter;
import org.healthassistant.assistant.answer.model.ModelWriterSettings;
import org.healthassistant.assistant.answer.model.SecondModelSettings;
import org.healthassistant.assistant.answer.model.WritingModel;
import org.healthassistant.assistant.answer.record.RecordAnswers;
import org.healthassistant.assistant.library.ContentGaps;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.patient.Consents;
import org.healthassistant.assistant.patient.Purpose;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.safety.FixedWording;
import org.healthassistant.assistant.settings.ServiceSettings;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.connector.model.ChatModels;
import org.healthassistant.connector.model.ModelSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ModelWriterSettings.class, SecondModelSettings.class})
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
  OutOfScopeQuestions outOfScopeQuestions() {
    return new OutOfScopeQuestions();
  }

  @Bean
  GroundingCheck groundingCheck() {
    return new GroundingCheck();
  }

  @Bean
  ExtractiveWriter extractiveWriter() {
    return new ExtractiveWriter();
  }

  @Bean
  EvidenceFinder evidenceFinder(
      Library library,
      RecordDesk records,
      OutOfScopeQuestions guard,
      ClinicalClock clock,
      ContentGaps gaps) {
    return new EvidenceFinder(library, records, guard, clock, gaps);
  }

  @Bean
  RecordAnswers recordAnswers(RecordDesk records, ClinicalClock clock, PatientWords words) {
    return new RecordAnswers(records, clock, words);
  }

  @Bean
  WritingModels writingModels(
      ModelWriterSettings first, SecondModelSettings second, RealClock clock) {
    return new WritingModels(Stream.concat(
            first.connection().stream().map(at -> model(at, first.local(), clock)),
            second.connection(first).stream().map(at -> model(at, second.local(), clock)))
        .toList());
  }

  private static WritingModel model(ModelSettings at, boolean local, RealClock clock) {
    return WritingModel.of(at.name(), local, ChatModels.openAiCompatible(at), clock);
  }

  /// The models that may write, in the order in which they are asked.
  record WritingModels(List<WritingModel> inOrder) {}

  @Bean
  ModelWriter modelWriter(
      WritingModels models,
      ModelWriterSettings settings,
      Consents consents,
      RecordDesk records,
      ClinicalClock clock,
      ExtractiveWriter rules,
      GroundingCheck check,
      MeterRegistry meters) {
    return new ModelWriter(
        models.inOrder(),
        settings,
        subject -> consents.granted(subject, Purpose.EXTERNAL_MODEL),
        subject -> records.person(subject),
        clock,
        rules,
        check,
        meters);
  }

  @Bean
  RequestReplies requestReplies(
      EvidenceFinder finder,
      RecordAnswers ownRecord,
      OutOfScopeQuestions guard,
      FixedReplies replies) {
    return new RequestReplies(finder, ownRecord, guard, replies);
  }

  @Bean
  ConversationDesk answerDesk(
      EvidenceFinder finder,
      RecordDesk records,
      ModelWriter model,
      ExtractiveWriter extractive,
      OutOfScopeQuestions guard,
      GroundingCheck check,
      RecordAnswers ownRecord,
      FixedReplies replies,
      RequestReplies requests) {
    return new ConversationDesk(
        new EvidenceAnswerDesk(
            finder, records, model, extractive, guard, ownRecord, check, replies),
        finder,
        ownRecord,
        requests,
        replies);
  }
}
