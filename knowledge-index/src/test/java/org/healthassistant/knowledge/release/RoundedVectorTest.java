package org.healthassistant.knowledge.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.healthassistant.knowledge.TestRelease;
import org.healthassistant.knowledge.ingest.Articles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundedVectorTest {
  private static final Offset<Double> HUNDREDTH = Offset.offset(0.01);

  private static float[] unit(Random random, int size) {
    float[] vector = new float[size];
    double square = 0;
    for (int i = 0; i < size; i++) {
      vector[i] = (float) random.nextGaussian();
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < size; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  @Test
  void keepsCosinesToAHundredth() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      float[] one = unit(random, 512);
      float[] other = unit(random, 512);
      double exact = 0;
      for (int k = 0; k < one.length; k++) {
        exact += one[k] * other[k];
      }

      assertThat(RoundedVector.of(one).cosine(RoundedVector.of(other))).isCloseTo(exact, HUNDREDTH);
      assertThat(RoundedVector.of(one).cosine(RoundedVector.of(one))).isCloseTo(1, HUNDREDTH);
    }
  }

  @Test
  void changesNothingByRoundingAgain() {
    RoundedVector once = RoundedVector.of(unit(new Random(5), 512));

    assertThat(RoundedVector.of(once.floats()).floats()).containsExactly(once.floats());
  }

  @Test
  void isFarFromWhatHasOtherDimensionsOrIsEmpty() {
    RoundedVector some = RoundedVector.of(unit(new Random(7), 8));

    assertThat(some.cosine(RoundedVector.of(unit(new Random(7), 4)))).isZero();
    assertThat(some.cosine(RoundedVector.of(new float[8]))).isZero();
  }

  @Test
  void readsAReleaseThatHoldsWordingsWhole(@TempDir Path directory) throws Exception {
    Path place = directory.resolve("release");
    Release release = TestRelease.write(
        List.of(Articles.parse(Articles.markdown(
            "asked",
            "starter",
            "## Self-care\n\n"
                + "### Does ice help?\n"
                + "> ask: ice on my foot\n\n"
                + "Ice helps a sore foot."))),
        place);
    List<RoundedVector> rounded = release.vectors().askedBilingual().getFirst();
    byte[] whole =
        ReleaseFile.floats(rounded.stream().map(RoundedVector::floats).toList());
    Map<String, String> hashes = new TreeMap<>(release.manifest().files());
    hashes.remove(ReleaseFile.ASKED_BILINGUAL);
    hashes.put(ReleaseFile.ASKED_WHOLE, Sha256.of(whole));
    Files.delete(place.resolve(ReleaseFile.ASKED_BILINGUAL));
    Files.write(place.resolve(ReleaseFile.ASKED_WHOLE), whole);
    Manifest manifest = release.manifest();
    Files.write(
        place.resolve(ReleaseFile.MANIFEST),
        ReleaseFile.manifest(Manifest.of(
            Instant.parse("2026-11-30T00:00:00Z"),
            manifest.chunker(),
            manifest.english(),
            manifest.bilingual(),
            manifest.inputs(),
            hashes)));

    List<RoundedVector> read = Release.load(place).vectors().askedBilingual().getFirst();

    assertThat(read).hasSize(2);
    assertThat(read.get(1).floats()).containsExactly(rounded.get(1).floats());
  }
}
