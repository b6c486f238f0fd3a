package org.healthassistant.assistant.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonIdTest {

  /// People whose ids were the same nothing would share one record and one chat.
  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\t", "\u00a0", "\u200b", "-", "a\u0000b", " a", "a ", "a\u200bb", "a\nb"
      })
  void readsNobodyFromWhatCannotBeToldApart(String claim) {
    assertThat(PersonId.read(claim)).isEmpty();
  }

  @Test
  void readsNobodyFromWhatIsNoIdOrLongerThanItsPlace() {
    assertThat(PersonId.read(null)).isEmpty();
    assertThat(PersonId.read(List.of("a"))).isEmpty();
    assertThat(PersonId.read("a".repeat(256))).isEmpty();
  }

  /// Records have such ids, and their patients sign in.
  @Test
  void readsAnIdAsLongAsRecordsHaveThem() {
    assertThat(PersonId.read("a".repeat(255))).contains("a".repeat(255));
  }

  @ParameterizedTest
  @ValueSource(strings = {"maria", "auth0|5f7c", "a b", "Ωmega-1"})
  void readsAnIdAsItStands(String claim) {
    assertThat(PersonId.read(claim)).contains(claim);
    assertThat(PersonId.read(4711)).contains("4711");
  }
}
