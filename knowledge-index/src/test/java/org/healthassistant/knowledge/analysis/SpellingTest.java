package org.healthassistant.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SpellingTest {
  private final Spelling spelling = new Spelling(Map.of(
      "fever", 9, "fiber", 3, "diabetes", 9, "dehydration", 4, "hipertension", 5, "gout", 2));

  @Test
  void findsTheNearestKnownWord() {
    assertThat(spelling.meant("feever")).containsExactly("fever");
    assertThat(spelling.meant("faver")).containsExactly("fever");
    assertThat(spelling.meant("diabtees")).containsExactly("diabetes");
    assertThat(spelling.meant("dehidrasion")).containsExactly("dehydration");
    assertThat(spelling.meant("ipertension")).containsExactly("hipertension");
  }

  @Test
  void leavesKnownShortAndDistantWordsAlone() {
    assertThat(spelling.meant("fever")).isEmpty();
    assertThat(spelling.meant("goa")).isEmpty();
    assertThat(spelling.meant("lupus")).isEmpty();
    assertThat(spelling.meant("never")).as("another first letter").isEmpty();
    assertThat(spelling.meant("fevr2")).isEmpty();
  }
}
