package org.healthassistant.assistant.turn;

import org.healthassistant.assistant.conversation.Conversations;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.protocol.SymptomProtocols;
import org.healthassistant.assistant.safety.Screen;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TopicSignals;
import org.healthassistant.assistant.turn.limits.ConversationLeases;
import org.healthassistant.assistant.turn.limits.Door;
import org.healthassistant.assistant.turn.limits.MessageRateLimiter;
import org.healthassistant.assistant.words.PatientWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The safety room knows no Spring, and the inner rooms know no settings, so their parts are made
/// here.
@Configuration(proxyBeanMethods = false)
class TurnConfiguration {

  /// @throws IllegalStateException if its thresholds were chosen for another classifier than the
  ///     one that reads
  @Bean
  Screen screen(Library library) {
    Screen screen = Screen.builtIn();
    if (!screen.classifier().equals(library.classifier())) {
      throw new IllegalStateException("safety/meaning/join.yaml was made for the classifier "
          + screen.classifier() + ", but " + library.classifier() + " is here; train again");
    }
    return screen;
  }

  @Bean
  SymptomProtocols symptomProtocols(PatientWords words) {
    return SymptomProtocols.builtIn(words::group);
  }

  @Bean
  ReplyPlan.Planner replyPlanner(TurnSettings.Answers settings) {
    return new ReplyPlan.Planner(settings.enabled());
  }

  @Bean
  Door door(TurnSettings settings, RealClock clock) {
    return new Door(new MessageRateLimiter(settings.messagesPerMinute(), clock));
  }

  @Bean
  ConversationLeases conversationLeases(
      Conversations conversations, TopicSignals signals, RealClock clock, TurnBudget budget) {
    return new ConversationLeases(conversations, signals, clock, budget.lease());
  }
}
