package org.healthassistant.evaluation.traffic;

import java.util.List;
import java.util.random.RandomGenerator;

/// What is written to the service under load: ordinary questions and, now and then, an emergency.
public final class MessageGenerator {

  /// Words of an emergency that every screen must see.
  private static final List<String> EMERGENCIES = List.of(
      "my chest hurts really bad and my arm is numb",
      "my chest hurts really bad and I can't breathe",
      "me duele mucho el pecho y tengo el brazo dormido");

  private static final List<String> QUESTIONS = List.of(
      "what can I eat with type 2 diabetes?",
      "what does my A1c mean?",
      "how do I bring my blood pressure down?",
      "what can I do for a cold?",
      "how much water should I drink with a fever?",
      "what helps with back pain at home?",
      "when should I call about a headache?",
      "is my cholesterol too high?",
      "how do I use my inhaler?",
      "what can I take for a sore throat?",
      "how often should I check my blood pressure?",
      "I have been feeling down lately, what helps?",
      "¿qué puedo comer con diabetes?",
      "¿qué ayuda con el dolor de espalda?",
      "¿cómo bajo la presión alta?",
      "¿qué hago si tengo gripe?",
      "thank you, that helps",
      "can I get an appointment next week?");

  private MessageGenerator() {}

  /// One message.
  ///
  /// @param text what is written, with a number that makes it the only one of its run
  public record Words(String text, boolean emergency) {
    @Override
    public String toString() {
      return "Words[" + (emergency ? "emergency" : "ordinary") + "]";
    }
  }

  /// Draws a message.
  ///
  /// @param number makes the text unique, so that the transcript can be searched for it
  /// @param emergencies the share of emergencies, 0 to 1
  public static Words draw(RandomGenerator random, long number, double emergencies) {
    boolean emergency = random.nextDouble() < emergencies;
    List<String> from = emergency ? EMERGENCIES : QUESTIONS;
    return new Words(from.get(random.nextInt(from.size())) + " (ref " + number + ")", emergency);
  }
}
