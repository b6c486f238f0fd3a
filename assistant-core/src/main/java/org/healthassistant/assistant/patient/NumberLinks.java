package org.healthassistant.assistant.patient;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Lets the links between phone numbers and patients follow the records: a number is a patient's
/// while exactly one record says so.
///
/// A number in two records is linked to nobody, for a text from it may be either's. A number that
/// wrote to us before its record came becomes the patient's with all it wrote. A number that is
/// gone from its record becomes nobody's; what was written stays the patient's.
@Component
public class NumberLinks {

  private static final Logger LOG = LoggerFactory.getLogger(NumberLinks.class);

  private final PhoneNumbers numbers;
  private final Subjects subjects;
  private final List<PersonalData> rooms;
  private final Transactions transactions;

  NumberLinks(
      PhoneNumbers numbers,
      Subjects subjects,
      List<PersonalData> rooms,
      Transactions transactions) {
    this.numbers = numbers;
    this.subjects = subjects;
    this.rooms = List.copyOf(rooms);
    this.transactions = transactions;
  }

  /// Changes what differs from the records; each change is durable on its own, and one that fails
  /// is logged and tried at the next call.
  ///
  /// @param claims of all patients of the source; the numbers of a patient who is not among them
  ///     stay as they are unless another patient's record has them
  public void follow(Collection<Claim> claims) {
    Wanted wanted = new Wanted();
    claims.forEach(wanted::add);
    for (PhoneNumbers.Known known : numbers.forPatients()) {
      String holder = wanted.holder(known.numberHash());
      boolean read = wanted.subjects.contains(known.subjectId());
      if (wanted.isShared(known.numberHash()) || (holder == null && read)) {
        attempt(() -> unlink(known));
      }
    }
    wanted.byHash.forEach((hash, number) -> {
      if (wanted.isShared(hash)) {
        attempt(() -> share(number));
      } else if (number.texted()) {
        attempt(() -> link(number.e164(), Objects.requireNonNull(wanted.holder(hash))));
      }
    });
    numbers.shared().stream()
        .filter(hash -> !wanted.isShared(hash))
        .forEach(hash -> attempt(() -> numbers.share(hash, false)));
  }

  private void attempt(Runnable change) {
    try {
      transactions.durable(change);
    } catch (KeyDestroyedException e) {
      LOG.info("PT-007: a number stays as it is, for its subject was erased");
    } catch (RuntimeException e) {
      LOG.warn(
          "PT-008: the link of a number could not be changed ({})", e.getClass().getName());
    }
  }

  private void unlink(PhoneNumbers.Known known) {
    subjects.lock(known.subjectId());
    numbers.giveTo(known, subjects.createForNumber(), false);
    LOG.info("PT-009: a number is subject {}'s no more", known.subjectId());
  }

  private void share(Number number) {
    PhoneNumbers.Known known = numbers.findOrCreate(number.e164());
    if (!known.shared()) {
      numbers.share(known.numberHash(), true);
      LOG.warn(
          "PT-010: one number stands in the records of the subjects {}; it is linked to none of"
              + " them; correct the records if it is one person's",
          number.owners());
    }
  }

  private void link(String e164, String subjectId) {
    Optional<PhoneNumbers.Known> found = numbers.find(numbers.hashOf(e164));
    Subject patient = subjects.get(subjectId);
    if (found.isEmpty()) {
      numbers.linkPatient(e164, patient);
      return;
    }
    PhoneNumbers.Known known = found.get();
    if (known.linked() && known.subjectId().equals(subjectId)) {
      return;
    }
    Stream.of(known.subjectId(), subjectId).sorted().distinct().forEach(subjects::lock);
    if (!known.linked() && !subjects.get(known.subjectId()).isPatient()) {
      rooms.forEach(room -> room.link(known.subjectId(), subjectId));
    }
    numbers.giveTo(known, patient, true);
  }

  /// What a record says of a patient's numbers, in E.164.
  ///
  /// @param subjectId whose record it is
  /// @param texted mobile numbers, by which the patient can be texted
  /// @param others all others that are said to be the patient's
  public record Claim(String subjectId, Set<String> texted, Set<String> others) {

    /// Copies the sets.
    public Claim {
      texted = Set.copyOf(texted);
      others = Set.copyOf(others);
    }

    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  /// One number and the subjects whose records have it.
  private record Number(String e164, boolean texted, Set<String> owners) {}

  /// What all records together say.
  private final class Wanted {
    private final Map<String, Number> byHash = new HashMap<>();
    private final Set<String> subjects = new HashSet<>();

    void add(Claim claim) {
      subjects.add(claim.subjectId());
      claim.texted().forEach(e164 -> add(e164, true, claim.subjectId()));
      claim.others().forEach(e164 -> add(e164, false, claim.subjectId()));
    }

    private void add(String e164, boolean texted, String subjectId) {
      byHash.merge(
          numbers.hashOf(e164),
          new Number(e164, texted, Set.of(subjectId)),
          (one, other) -> new Number(
              e164,
              one.texted() || other.texted(),
              Stream.concat(one.owners().stream(), other.owners().stream())
                  .collect(Collectors.toUnmodifiableSet())));
    }

    /// Whether a number that is texted is in more than one record.
    boolean isShared(String hash) {
      Number number = byHash.get(hash);
      return number != null && number.texted() && number.owners().size() > 1;
    }

    /// The one subject that can be texted by a number; null if there is none.
    @Nullable
    String holder(String hash) {
      Number number = byHash.get(hash);
      return number == null || !number.texted() || number.owners().size() > 1
          ? null
          : number.owners().iterator().next();
    }
  }
}
