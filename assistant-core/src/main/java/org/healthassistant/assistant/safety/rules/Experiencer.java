package org.healthassistant.assistant.safety.rules;

import java.util.BitSet;
import java.util.List;
import org.healthassistant.assistant.safety.text.AnnotatedText;
import org.healthassistant.assistant.safety.text.Hit;

/// Tells whether a message is about the patient or about somebody else.
///
/// Whoever is named last before a complaint has it, in its sentence or the one before; when
/// nobody is, whoever is named first behind it in its sentence; and when nobody is at all, the
/// patient.
final class Experiencer {

  private final AnnotatedText text;
  private final BitSet self;
  private final BitSet adults;
  private final BitSet others;
  private final BitSet named = new BitSet();

  Experiencer(AnnotatedText text) {
    this.text = text;
    this.self = text.words("person/myself");
    this.adults = text.words("person/grown-up");
    this.others = text.words("person/someone");
    named.or(self);
    named.or(adults);
    named.or(others);
  }

  /// Whether what matched is told of somebody else than the patient of the record.
  ///
  /// @param ward whether the patient is too small to write, so that a child is the patient
  boolean isSomeoneElse(List<Hit> matched, boolean ward) {
    var hit = matched.stream()
        .reduce((one, other) -> other.first() < one.first() ? other : one)
        .orElseThrow();
    int word = whoever(hit);
    return word >= 0 && !self.get(word) && (adults.get(word) || (!ward && others.get(word)));
  }

  private int whoever(Hit hit) {
    int sentence = text.sentence(hit.first());
    int before = named.previousSetBit(hit.first());
    boolean near = before >= 0
        && text.message(before) == text.message(hit.first())
        && sentence - text.sentence(before) <= 1;
    if (near) {
      return before;
    }
    int behind = named.nextSetBit(hit.first());
    return behind >= 0 && text.sentence(behind) == sentence ? behind : -1;
  }
}
