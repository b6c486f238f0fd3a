package org.healthassistant.assistant.patient;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.healthassistant.assistant.settings.ServiceSettings;
import org.healthassistant.assistant.store.IdBatches;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.TimeStamps;
import org.healthassistant.assistant.store.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Phone numbers: whose they are, whether they are linked to a patient, whether they opted out.
/// Found by a keyed hash of the E.164 form; the number itself is sealed.
@Component
public class PhoneNumbers {

  private final JdbcClient jdbc;
  private final Subjects subjects;
  private final Sealing sealing;
  private final KeyedHash hash;
  private final RealClock clock;
  private final Transactions transactions;
  private final String region;

  PhoneNumbers(
      JdbcClient jdbc,
      Subjects subjects,
      Sealing sealing,
      KeyedHash hash,
      RealClock clock,
      Transactions transactions,
      ServiceSettings settings) {
    this.jdbc = jdbc;
    this.subjects = subjects;
    this.sealing = sealing;
    this.hash = hash;
    this.clock = clock;
    this.transactions = transactions;
    this.region = settings.region().name();
  }

  /// The E.164 form of a number as people and gateways write it; empty when it is none. Two
  /// zeros are a plus. Numbers without a plus are read as international first (gateways leave it
  /// out), then as of the region.
  public Optional<String> e164(String written) {
    String trimmed = written.strip().replaceFirst("^00", "+");
    if (!trimmed.startsWith("+")) {
      Optional<String> international = parse("+" + trimmed, null);
      long digits = trimmed.chars().filter(Character::isDigit).count();
      if (international.isPresent() && digits > 10) {
        return international;
      }
    }
    return parse(trimmed, region);
  }

  /// The keyed hash under which a number is found.
  public String hashOf(String e164) {
    return hash.hash("phone", e164);
  }

  /// What is known of a number, or empty.
  public Optional<Known> find(String numberHash) {
    return jdbc.sql("select * from phone_number where number_hash = :hash")
        .param("hash", numberHash)
        .query(PhoneNumbers::read)
        .optional();
  }

  /// What is known of a number, in a transaction of the caller; a number not seen before
  /// becomes a subject of its own, unlinked. One that is known and cannot be opened any more is
  /// sealed anew, so that it can be texted.
  public Known findOrCreate(String e164) {
    String numberHash = hashOf(e164);
    Optional<Known> known = find(numberHash);
    if (known.isEmpty()) {
      insert(e164, subjects.createForNumber(), false);
    } else if (openIfWhole(known.get()).isEmpty()) {
      sealAnew(known.get(), e164);
    } else {
      return known.get();
    }
    return find(numberHash).orElseThrow();
  }

  /// Links a number to a patient; does nothing when it is known already.
  public void linkPatient(String e164, Subject patient) {
    if (find(hashOf(e164)).isEmpty()) {
      transactions.durable(() -> insert(e164, patient, true));
    }
  }

  /// Makes a number a subject's, sealed anew with its key, in the caller's transaction, which
  /// holds the locks of both subjects. One that cannot be opened is the subject's as it is.
  ///
  /// @param linked whether it is known to be that patient's
  void giveTo(Known number, Subject subject, boolean linked) {
    Sealed sealed = openIfWhole(number)
        .map(e164 -> sealing.seal(subject, place(number.numberHash()), e164))
        .orElse(number.sealed());
    jdbc.sql("""
        update phone_number
        set subject_id = :subject, number_sealed = :sealed, key_id = :key, linked = :linked,
          shared = false
        where number_hash = :hash
        """)
        .param("subject", subject.id())
        .param("sealed", sealed.bytes())
        .param("key", sealed.keyId())
        .param("linked", linked)
        .param("hash", number.numberHash())
        .update();
  }

  private void sealAnew(Known number, String e164) {
    Subject subject = subjects.get(number.subjectId());
    Sealed sealed = sealing.seal(subject, place(number.numberHash()), e164);
    jdbc.sql(
            "update phone_number set number_sealed = :sealed, key_id = :key where number_hash = :hash")
        .param("sealed", sealed.bytes())
        .param("key", sealed.keyId())
        .param("hash", number.numberHash())
        .update();
  }

  /// Keeps whether a number stands in the records of several patients, in the caller's
  /// transaction.
  void share(String numberHash, boolean shared) {
    jdbc.sql("update phone_number set shared = :shared where number_hash = :hash")
        .param("shared", shared)
        .param("hash", numberHash)
        .update();
  }

  /// The hashes of all numbers that stand in the records of several patients.
  List<String> shared() {
    return jdbc.sql("select number_hash from phone_number where shared = true")
        .query((row, n) -> row.getString("number_hash"))
        .list();
  }

  /// The number in the open, for sending to it.
  ///
  /// @throws IllegalStateException if it cannot be opened
  public String open(Known number) {
    return sealing.open(number.sealed(), place(number.numberHash()));
  }

  /// The number in the open, for showing it; empty where it cannot be opened.
  public Optional<String> openIfWhole(Known number) {
    return sealing.openIfWhole(number.sealed(), place(number.numberHash()));
  }

  /// Every number that is a patient's, in the order in which they were linked.
  public List<Known> forPatients() {
    return jdbc.sql("""
        select * from phone_number where linked = true order by created_at, number_hash
        """).query(PhoneNumbers::read).list();
  }

  /// All numbers of a subject, in the order in which they became known; empty when it has none.
  public List<Known> forSubject(String subjectId) {
    return jdbc.sql("select * from phone_number where subject_id = :subject order by created_at")
        .param("subject", subjectId)
        .query(PhoneNumbers::read)
        .list();
  }

  /// The number of each of some subjects that became known first, by their ids; those without one
  /// are left out.
  public Map<String, Known> firstForSubjects(Collection<String> subjectIds) {
    Map<String, Known> found = new HashMap<>();
    for (List<String> batch : IdBatches.split(subjectIds)) {
      jdbc.sql("select * from phone_number where subject_id in (:ids) order by created_at")
          .param("ids", batch)
          .query(PhoneNumbers::read)
          .list()
          .forEach(number -> found.putIfAbsent(number.subjectId(), number));
    }
    return found;
  }

  /// Keeps that the number wants no more texts, in the caller's transaction.
  public void optOut(String numberHash, Instant at) {
    jdbc.sql("update phone_number set opted_out_at = :at where number_hash = :hash")
        .param("at", TimeStamps.bind(at))
        .param("hash", numberHash)
        .update();
  }

  /// Keeps that the number wants texts again, in the caller's transaction.
  public void optIn(String numberHash, Instant at) {
    jdbc.sql("""
        update phone_number set opted_out_at = null, opted_in_at = :at
        where number_hash = :hash
        """).param("at", TimeStamps.bind(at)).param("hash", numberHash).update();
  }

  /// Keeps that the number wants no more texts, as the network says of a text that was written at
  /// some time; nothing where the number has asked for texts since. In the caller's transaction.
  public void optOutSince(String numberHash, Instant written, Instant at) {
    jdbc.sql("""
        update phone_number set opted_out_at = :at
        where number_hash = :hash and (opted_in_at is null or opted_in_at <= :written)
        """)
        .param("at", TimeStamps.bind(at))
        .param("hash", numberHash)
        .param("written", TimeStamps.bind(written))
        .update();
  }

  /// Keeps when a refusal was last texted, in the caller's transaction.
  public void refusedAt(String numberHash, Instant at) {
    jdbc.sql("update phone_number set last_refusal_at = :at where number_hash = :hash")
        .param("at", TimeStamps.bind(at))
        .param("hash", numberHash)
        .update();
  }

  private void insert(String e164, Subject subject, boolean linked) {
    String numberHash = hashOf(e164);
    Sealed sealed = sealing.seal(subject, place(numberHash), e164);
    jdbc.sql("""
        insert into phone_number
          (number_hash, subject_id, number_sealed, key_id, linked, created_at)
        values (:hash, :subject, :sealed, :key, :linked, :at) on conflict do nothing
        """)
        .param("hash", numberHash)
        .param("subject", subject.id())
        .param("sealed", sealed.bytes())
        .param("key", sealed.keyId())
        .param("linked", linked)
        .param("at", TimeStamps.bind(clock.instant()))
        .update();
  }

  private static Known read(ResultSet row, int number) throws SQLException {
    return new Known(
        row.getString("number_hash"),
        row.getString("subject_id"),
        new Sealed(row.getBytes("number_sealed"), row.getString("key_id")),
        row.getBoolean("linked"),
        row.getBoolean("shared"),
        Optional.ofNullable(TimeStamps.readNullable(row, "opted_out_at")),
        Optional.ofNullable(TimeStamps.readNullable(row, "last_refusal_at")));
  }

  private static AssociatedData place(String numberHash) {
    return new AssociatedData("phone_number", "number", numberHash);
  }

  private static Optional<String> parse(String written, @Nullable String region) {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    try {
      var number = util.parse(written, region);
      return util.isPossibleNumber(number)
          ? Optional.of(util.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /// What is known of a number.
  ///
  /// @param linked whether it is known to be its patient's: only then may record data be texted
  /// @param shared whether it stands in the records of several patients, and so is linked to none
  /// @param optedOutAt since when nothing may be texted; empty: texts are welcome
  public record Known(
      String numberHash,
      String subjectId,
      Sealed sealed,
      boolean linked,
      boolean shared,
      Optional<Instant> optedOutAt,
      Optional<Instant> lastRefusalAt) {}
}
