package org.healthassistant.assistant.turn.screening;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.healthassistant.assistant.conversation.Message;
import org.healthassistant.assistant.conversation.Messages;
import org.healthassistant.assistant.conversation.Replies;
import org.healthassistant.assistant.conversation.Reply;
import org.healthassistant.assistant.safety.ScreenedText;
import org.healthassistant.assistant.store.database.StoredJson;
import org.springframework.stereotype.Component;

/// Knows what a reply by a letter or a bare yes says: the choice of our question that it stands
/// for. So it is screened as is the same choice by a press.
@Component
class ChosenReply {

  private static final String CLARIFY = "clarify";
  private static final Duration ASKED_WITHIN = Duration.ofHours(24);
  private static final int LOOK_BACK = 24;

  /// A yes of more words says more than that.
  private static final int BRIEF = 4;

  /// The first words of a yes, without accents.
  private static final Set<String> YES = Set.of(
      "yes", "yeah", "yep", "yup", "yea", "sure", "correct", "si", "sip", "claro", "correcto");

  /// What is a yes only as a whole.
  private static final Set<String> WHOLE_YES =
      Set.of("y", "ya", "i am", "she is", "we are", "asi es", "lo estoy", "lo esta");

  private static final Set<String> NO = Set.of("no", "not", "never", "nunca");

  private final Messages messages;
  private final Replies replies;
  private final StoredJson json;

  ChosenReply(Messages messages, Replies replies, StoredJson json) {
    this.messages = messages;
    this.replies = replies;
    this.json = json;
  }

  /// What those of some texts of one place say that stand for a choice, by their ids: the choice
  /// and their own words; empty where none does.
  ///
  /// @param texts stored, but for the last, which may be about to be
  /// @param at when the last of them came
  Map<String, String> wordings(MessagePlace place, List<ScreenedText> texts, Instant at) {
    if (texts.stream().noneMatch(text -> mayChoose(words(text.text())))) {
      return Map.of();
    }
    List<String> order =
        messages.recentOfPatient(place.subjectId(), at.minus(ASKED_WITHIN), at, LOOK_BACK).stream()
            .filter(place::holds)
            .map(Message::id)
            .toList();
    Map<String, String> found = new HashMap<>();
    for (ScreenedText text : texts) {
      int stands = order.indexOf(text.id());
      int before = (stands < 0 ? order.size() : stands) - 1;
      if (before >= 0) {
        choice(order.get(before), words(text.text()))
            .ifPresent(choice -> found.put(text.id(), choice + ". " + text.text()));
      }
    }
    return found;
  }

  /// The choice, if the reply to the message before asked for one.
  private Optional<String> choice(String before, List<String> words) {
    if (!mayChoose(words)) {
      return Optional.empty();
    }
    List<String> offered = replies
        .find(before, Reply.Purpose.ANSWER)
        .filter(reply -> reply.action().equals(CLARIFY) && !reply.turn().isEmpty())
        .map(reply -> json.read(reply.turn(), Offered.class).suggestions())
        .orElse(List.of());
    int letter = words.getFirst().charAt(0) - 'a';
    return isLetter(words) && letter < offered.size()
        ? Optional.of(offered.get(letter))
        : offered.stream()
            .filter(choice -> isYes(words) && isYes(words(choice)))
            .findFirst();
  }

  private static boolean mayChoose(List<String> words) {
    return isLetter(words) || isYes(words);
  }

  private static boolean isLetter(List<String> words) {
    return words.size() == 1 && words.getFirst().matches("[a-z]");
  }

  private static boolean isYes(List<String> words) {
    return WHOLE_YES.contains(String.join(" ", words))
        || words.size() <= BRIEF
            && YES.contains(words.getFirst())
            && words.stream().noneMatch(NO::contains);
  }

  /// In lower case and without accents and marks; one empty word where there are none.
  private static List<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
    return List.of(plain.split(" "));
  }

  /// What of a turn is read here.
  private record Offered(List<String> suggestions) {

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }
}
