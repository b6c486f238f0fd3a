package org.healthassistant.assistant.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.healthassistant.knowledge.text.Language;

/// The ways of speaking that all protocols share (`protocol/cues.yaml`).
///
/// @param fillers words that carry no meaning here and are left out everywhere
/// @param owner that somebody has it: `i have`, `my son has`
/// @param question with what a clause that asks begins
/// @param elsewhere what makes a clause about no present trouble: past, supposed, of people
/// @param errand what makes the whole message one about something else: a refill, a letter
/// @param beside what may stand beside a bare complaint: since when, a greeting, please
/// @param stop that no more questions are wanted
/// @param unsure that the answer is not known
/// @param other how something else is asked while a question waits
record Cues(
    Set<String> fillers,
    Phrases owner,
    Phrases question,
    Phrases elsewhere,
    Phrases errand,
    Phrases beside,
    Phrases negator,
    Phrases yes,
    Phrases no,
    Phrases none,
    Phrases unsure,
    Phrases stop,
    Other other,
    Numbers numbers) {

  /// How many words before a phrase a denial may stand.
  private static final int REACH = 4;

  /// @param choice numbers written as words, each by what it counts: 1 for `one`
  /// @param option words that may stand around the number of a choice
  /// @param units how many days a unit of time is
  /// @param ago how many days ago something began: 1 for `yesterday`
  record Numbers(
      Map<String, Integer> choice, Set<String> option, Map<String, Double> units, List<Ago> ago) {}

  /// @param lead what may stand before another question
  /// @param polite greetings and thanks
  /// @param request what makes a message one that wants to be told something else
  /// @param names names that hold the words of a sign in them, and are none
  /// @param ails words of ailments, with which nothing is set aside that only wants something
  record Other(Phrases lead, Phrases polite, Phrases request, Phrases names, Phrases ails) {}

  /// @param days how long ago
  record Ago(List<String> phrase, double days) {}

  /// As the file has it.
  record File(
      Map<Language, List<String>> fillers,
      Map<Language, List<String>> owner,
      Map<Language, List<String>> question,
      Map<Language, List<String>> elsewhere,
      Map<Language, List<String>> errand,
      Map<Language, List<String>> beside,
      Map<Language, List<String>> negator,
      Map<Language, List<String>> yes,
      Map<Language, List<String>> no,
      Map<Language, List<String>> none,
      Map<Language, List<String>> unsure,
      Map<Language, List<String>> stop,
      Map<Language, List<String>> lead,
      Map<Language, List<String>> polite,
      Map<Language, List<String>> request,
      Map<Language, List<String>> names,
      Map<Language, List<String>> ails,
      Map<String, Integer> numbers,
      Map<Language, List<String>> option,
      Map<String, Double> units,
      Map<String, Double> ago) {

    Cues read() {
      Set<String> left = Phrases.of(fillers, Set.of()).single();
      return new Cues(
          left,
          Phrases.of(owner, left),
          Phrases.of(question, left),
          Phrases.of(elsewhere, left),
          Phrases.of(errand, left),
          Phrases.of(beside, left),
          Phrases.of(negator, left),
          Phrases.of(yes, left),
          Phrases.of(no, left),
          Phrases.of(none, left),
          Phrases.of(unsure, left),
          Phrases.of(stop, left),
          new Other(
              Phrases.of(lead, left),
              Phrases.of(polite, left),
              Phrases.of(request, left),
              Phrases.of(names, left),
              Phrases.of(ails, left)),
          new Numbers(
              Map.copyOf(numbers),
              Phrases.of(option, left).single(),
              Map.copyOf(units),
              ago.entrySet().stream()
                  .map(one -> new Ago(Words.of(one.getKey(), left).forms(), one.getValue()))
                  .filter(one -> !one.phrase().isEmpty())
                  .toList()));
    }
  }

  /// Where a phrase stands that is not denied; whether it stands anywhere.
  ///
  /// A phrase that denies something itself (`cannot swallow`) is not denied by its own words.
  boolean affirmed(Words text, Phrases phrases) {
    return phrases.all().stream().anyMatch(phrase -> affirmed(text, phrase));
  }

  private boolean affirmed(Words text, List<String> phrase) {
    for (int at = text.find(phrase, 0); at >= 0; at = text.find(phrase, at + 1)) {
      if (!denied(text, at) && !deniedAfter(text, at + phrase.size())) {
        return true;
      }
    }
    return false;
  }

  /// `fiebre no tengo`, `fever never came`.
  private boolean deniedAfter(Words text, int next) {
    return next < text.words().size()
        && text.words().get(next).clause() == text.words().get(next - 1).clause()
        && negator.single().contains(text.words().get(next).form());
  }

  private boolean denied(Words text, int at) {
    int clause = text.words().get(at).clause();
    for (int back = at - 1; back >= 0 && back >= at - REACH; back--) {
      Words.Word word = text.words().get(back);
      if (word.clause() != clause) {
        return false;
      }
      if (negator.single().contains(word.form())) {
        return true;
      }
    }
    return false;
  }
}
