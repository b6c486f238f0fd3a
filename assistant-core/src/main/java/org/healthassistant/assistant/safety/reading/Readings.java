package org.healthassistant.assistant.safety.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.healthassistant.assistant.safety.text.AnnotatedText;
import org.healthassistant.assistant.safety.text.Lexicon.NumberReader;
import org.jspecify.annotations.Nullable;

/// Finds measured values, amounts of medicine and gains of weight in what a patient writes.
public final class Readings implements NumberReader {

  /// Words that may stand between a measure and its value.
  static final String SAYS = "function/says";

  static final String TOOK = "verb/swallowed";
  static final String DAILY = "cue/a-day";
  static final String GAINED = "measure/weight-up";
  static final String POUND = "unit/pound";
  static final String KILO = "unit/kilo";

  private final CutOffs cutOffs;
  private final Set<String> concepts;
  private final Set<String> numberWords;
  private final Set<String> words = new HashSet<>();

  public Readings(CutOffs cutOffs) {
    this.cutOffs = cutOffs;
    this.concepts = cutOffs.readings();
    this.numberWords = cutOffs.numbers().entrySet().stream()
        .filter(number -> number.getValue() >= 2)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
    words.addAll(Set.of(SAYS, TOOK, DAILY, GAINED, POUND, KILO));
    for (var measure : cutOffs.measures()) {
      words.add(measure.measure());
      add(measure.quietWith());
      add(measure.despite());
    }
    cutOffs.amounts().forEach(amount -> words.addAll(amount.drugs()));
    cutOffs.gains().forEach(gain -> words.add(gain.time()));
  }

  private void add(@Nullable String concept) {
    if (concept != null) {
      words.add(concept);
    }
  }

  @Override
  public Set<String> concepts() {
    return concepts;
  }

  @Override
  public Set<String> words() {
    return Set.copyOf(words);
  }

  @Override
  public Set<String> numberWords() {
    return numberWords;
  }

  @Override
  public List<Spot> read(AnnotatedText text) {
    var numbers = new NumberScan(text, cutOffs.numbers(), cutOffs.joiners()).numbers();
    if (numbers.isEmpty()) {
      return List.of();
    }
    var spots = new ArrayList<Spot>();
    var values = new ValueScan(text, cutOffs, numbers);
    var amounts = new AmountScan(text, cutOffs);
    for (var number : numbers) {
      spots.addAll(values.read(number));
      spots.addAll(amounts.taken(number));
      spots.addAll(amounts.gained(number));
    }
    return spots;
  }
}
