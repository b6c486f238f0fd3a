package org.healthassistant.assistant.delivery;

import java.util.ArrayList;
import java.util.List;
import org.healthassistant.assistant.words.PatientWords;
import org.healthassistant.connector.sms.Segmenter;
import org.healthassistant.knowledge.text.Language;

/// Shapes what is to be said into texts.
///
/// What must be said is never left out or cut; where there is room in three segments, whole
/// sentences of the answer follow in their order, with where they come from. What must be said
/// and is longer than ten segments goes on in a further text.
final class TextShape {

  private static final PatientWords WORDS = new PatientWords();

  /// An answer is at most so long: longer ones arrive out of order or not at all on some
  /// networks.
  static final int ANSWER_SEGMENTS = 3;

  /// No text is longer; gateways join no more than ten.
  static final int TEXT_SEGMENTS = 10;

  private TextShape() {}

  /// The texts to send, in order; at least one, usually exactly one.
  ///
  /// @param language of the word before the source
  /// @throws IllegalArgumentException if there is nothing to say
  static List<String> shape(SmsContent content, Language language) {
    String must = joined(content.must());
    List<String> may =
        content.may().stream().map(TextShape::tidy).filter(s -> !s.isEmpty()).toList();
    if (must.isEmpty() && may.isEmpty()) {
      throw new IllegalArgumentException("DE-004: a text needs at least one sentence");
    }
    if (!fits(must, ANSWER_SEGMENTS)) {
      return split(must);
    }
    if (content.counted()) {
      return List.of(counted(must, may, language));
    }
    String source = content
        .source()
        .map(s -> "\n" + WORDS.say("sms.source", language, "title", tidy(s)))
        .orElse("");
    String shaped = withAnswer(must, may, source);
    return List.of(shaped.isEmpty() ? bareAnswer(may) : shaped);
  }

  /// As many items of a list as there is room for, and how many more there are.
  private static String counted(String must, List<String> items, Language language) {
    for (int said = items.size(); said >= 0; said--) {
      List<String> parts = new ArrayList<>(items.subList(0, said));
      if (said < items.size()) {
        parts.add(WORDS.say("sms.more", language, "count", Integer.toString(items.size() - said)));
      }
      parts.add(must);
      String text = joined(parts);
      if (fits(text, ANSWER_SEGMENTS)) {
        return text;
      }
    }
    return must;
  }

  private static String withAnswer(String must, List<String> may, String source) {
    String said = must;
    String shaped = must;
    for (String sentence : may) {
      String more = said.isEmpty() ? sentence : said + " " + sentence;
      if (fits(more + source, ANSWER_SEGMENTS)) {
        said = more;
        shaped = more + source;
      } else if (!said.isEmpty()) {
        break;
      }
    }
    return shaped;
  }

  /// For an answer whose every sentence is too long beside its source: the first that fits
  /// without, or, since silence is worse, the first as far as it fits.
  private static String bareAnswer(List<String> may) {
    return may.stream()
        .filter(s -> fits(s, ANSWER_SEGMENTS))
        .findFirst()
        .orElseGet(() -> Segmenter.shorten(may.getFirst(), ANSWER_SEGMENTS, " ..."));
  }

  private static List<String> split(String text) {
    List<String> texts = new ArrayList<>();
    String rest = text;
    while (!fits(rest, TEXT_SEGMENTS)) {
      String head = Segmenter.shorten(rest, TEXT_SEGMENTS, "");
      if (head.isBlank() || !rest.startsWith(head)) {
        head = String.join("", Segmenter.segment(rest).parts().subList(0, TEXT_SEGMENTS));
      }
      texts.add(head.strip());
      rest = rest.substring(head.length()).strip();
    }
    if (!rest.isEmpty()) {
      texts.add(rest);
    }
    return texts;
  }

  private static String joined(List<String> sentences) {
    return tidy(String.join(" ", sentences.stream().filter(s -> !s.isBlank()).toList()));
  }

  private static String tidy(String text) {
    return Segmenter.normalise(text).strip();
  }

  private static boolean fits(String text, int segments) {
    return Segmenter.segment(text).segments() <= segments;
  }
}
