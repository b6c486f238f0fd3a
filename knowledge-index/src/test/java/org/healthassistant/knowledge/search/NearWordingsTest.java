package org.healthassistant.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.lucene.util.FixedBitSet;
import org.assertj.core.data.Offset;
import org.healthassistant.knowledge.release.RoundedVector;
import org.junit.jupiter.api.Test;

class NearWordingsTest {
  private static final Offset<Double> NEAR = Offset.offset(0.01);
  private static final float[] QUESTION = {1, 0};

  /// Passages 0 and 1 are of one article; 3 answers no question.
  private static final List<List<RoundedVector>> ASKED = List.of(
      List.of(at(0), at(60)), List.of(at(30), at(45), at(60), at(90)), List.of(at(10)), List.of());

  private static RoundedVector at(double degrees) {
    double angle = Math.toRadians(degrees);
    return RoundedVector.of(new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
  }

  private static NearWordings among(int... passages) {
    FixedBitSet among = new FixedBitSet(ASKED.size());
    for (int passage : passages) {
      among.set(passage);
    }
    return new NearWordings(ASKED, QUESTION, among, passage -> passage < 2 ? "one" : "other");
  }

  @Test
  void placesPassagesByTheirBestWording() {
    NearWordings wordings = among(0, 1, 2, 3);

    assertThat(wordings.place(0)).isEqualTo(1);
    assertThat(wordings.place(2)).isEqualTo(0.5);
    assertThat(wordings.place(1)).isCloseTo(1 / 3.0, NEAR);
    assertThat(wordings.behind(0)).isZero();
    assertThat(wordings.behind(1)).isCloseTo(Math.cos(Math.toRadians(30)) - 1, NEAR);
  }

  @Test
  void countsVotesOfTheNearest() {
    NearWordings wordings = among(0, 1, 2, 3);

    assertThat(wordings.votes(2)).isEqualTo(0.5);
    assertThat(wordings.votes(0)).isGreaterThan(1);
    assertThat(wordings.share(1)).isCloseTo(6 / 7.0, NEAR);
    assertThat(wordings.share(2)).isCloseTo(1 / 7.0, NEAR);
  }

  @Test
  void averagesTheBestThree() {
    double three =
        (Math.cos(Math.toRadians(30)) + Math.cos(Math.toRadians(45)) + Math.cos(Math.toRadians(60)))
            / 3;

    assertThat(among(1).mean(1)).isCloseTo(three, NEAR);
  }

  @Test
  void looksAmongThePassagesThatMayBeShownAlone() {
    NearWordings wordings = among(1, 3);

    assertThat(wordings.place(1)).isEqualTo(1);
    assertThat(wordings.place(0)).isZero();
    assertThat(wordings.votes(0)).isZero();
    assertThat(wordings.share(1)).isEqualTo(1);
  }

  @Test
  void measuresNothingOfWhatAnswersNoQuestion() {
    NearWordings wordings = among(3);

    assertThat(wordings.place(3)).isZero();
    assertThat(wordings.behind(3)).isEqualTo(-1);
    assertThat(wordings.mean(3)).isZero();
    assertThat(wordings.share(3)).isZero();
  }
}
