package org.healthassistant.connector.fhir;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.connector.record.CareItem;
import org.healthassistant.connector.record.Code;
import org.healthassistant.connector.record.EmergencyContact;
import org.healthassistant.connector.record.PartialDate;
import org.healthassistant.connector.record.Person;
import org.healthassistant.connector.record.Phone;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.ContactComponent;
import org.hl7.fhir.r4.model.Patient.PatientCommunicationComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/// Reads who the record is about. Names, numbers and addresses marked as old are left out.
final class PatientReader {
  /// HL7 v2 table 0131: `C` emergency contact; the others are used where no contact has it.
  private static final Set<String> EMERGENCY = Set.of("c");

  private PatientReader() {}

  static Person read(String id, Patient read) {
    if (id.isEmpty()) {
      throw new UnreadableException("the patient has no id", "give the Patient resource an id");
    }
    return new Person(
        id,
        name(read.getName()),
        Dates.AS_WRITTEN.date(read.getBirthDateElement()),
        read.getGender() == null ? "unknown" : read.getGender().toCode(),
        language(read.getCommunication()),
        phones(read.getTelecom()),
        address(read.getAddress()),
        emergencyContact(read.getContact()));
  }

  /// Of the names that go on, or else of those that ended last: the usual one, or else the
  /// official one, or else the first. Empty if there is none, or it is masked.
  private static String name(List<HumanName> names) {
    return names.stream()
        .filter(name -> name.getUse() != NameUse.OLD && name.getUse() != NameUse.MAIDEN)
        .filter(name -> !words(name).isEmpty())
        .min(Comparator.comparing(
                (HumanName name) -> lastDay(name.getPeriod()), Comparator.reverseOrder())
            .thenComparingInt(PatientReader::rank))
        .map(PatientReader::words)
        .orElse("");
  }

  /// The day on which a name or address ends, the greatest date where it has no end: what goes on
  /// is preferred to what is over.
  private static LocalDate lastDay(Period period) {
    PartialDate end = Dates.AS_WRITTEN.end(period);
    return end == null ? LocalDate.MAX : end.latest();
  }

  private static int rank(HumanName name) {
    return name.getUse() == NameUse.USUAL ? 0 : name.getUse() == NameUse.OFFICIAL ? 1 : 2;
  }

  private static String words(HumanName name) {
    if (name.hasText()) {
      return name.getText();
    }
    return Stream.concat(
            name.getGiven().stream().map(StringType::getValue),
            Stream.of(Concepts.orEmpty(name.getFamily())))
        .map(Concepts::orEmpty)
        .filter(word -> !word.isBlank())
        .collect(Collectors.joining(" "));
  }

  private static @Nullable String language(List<PatientCommunicationComponent> spoken) {
    return spoken.stream()
        .sorted(
            Comparator.comparing(PatientCommunicationComponent::getPreferred).reversed())
        .map(PatientCommunicationComponent::getLanguage)
        .map(language -> Concepts.firstCode(language, ""))
        .map(code -> code.toLowerCase(Locale.ROOT).split("[-_]", 2)[0])
        .filter(code -> code.length() == 2)
        .findFirst()
        .orElse(null);
  }

  private static List<Phone> phones(List<ContactPoint> points) {
    return points.stream()
        .filter(point -> point.getSystem() == ContactPointSystem.PHONE
            || point.getSystem() == ContactPointSystem.SMS)
        .filter(point -> point.getUse() != ContactPointUse.OLD && point.hasValue())
        .sorted(Comparator.comparingInt(point -> point.hasRank() ? point.getRank() : 1000))
        .map(point -> new Phone(
            point.getValue(),
            use(point),
            Dates.AS_WRITTEN.date(point.getPeriod().getStartElement()),
            Dates.AS_WRITTEN.end(point.getPeriod())))
        .toList();
  }

  private static String use(ContactPoint point) {
    if (point.getUse() != null) {
      return point.getUse().toCode();
    }
    return point.getSystem() == ContactPointSystem.SMS ? "mobile" : "";
  }

  private static @Nullable String address(List<Address> addresses) {
    return addresses.stream()
        .filter(address -> address.getUse() != AddressUse.OLD)
        .min(Comparator.comparing(
                (Address address) -> lastDay(address.getPeriod()), Comparator.reverseOrder())
            .thenComparingInt(address -> address.getUse() == AddressUse.HOME ? 0 : 1))
        .map(PatientReader::line)
        .map(Concepts::orNull)
        .orElse(null);
  }

  private static String line(Address address) {
    if (address.hasText()) {
      return address.getText();
    }
    String region = (Concepts.orEmpty(address.getState()) + " "
            + Concepts.orEmpty(address.getPostalCode()))
        .strip();
    return Stream.concat(
            address.getLine().stream().map(StringType::getValue),
            Stream.of(Concepts.orEmpty(address.getCity()), region))
        .map(Concepts::orEmpty)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private static @Nullable EmergencyContact emergencyContact(List<ContactComponent> contacts) {
    return contacts.stream()
        .min(Comparator.comparingInt(contact -> isEmergency(contact) ? 0 : 1))
        .map(contact -> new EmergencyContact(
            words(contact.getName()), relationship(contact), phones(contact.getTelecom())))
        .orElse(null);
  }

  private static boolean isEmergency(ContactComponent contact) {
    return contact.getRelationship().stream()
        .anyMatch(relationship -> Concepts.hasAny(relationship, EMERGENCY));
  }

  /// What the contact is to the patient, in words; that it is the emergency contact is known
  /// already.
  private static @Nullable String relationship(ContactComponent contact) {
    return contact.getRelationship().stream()
        .sorted(Comparator.comparing((CodeableConcept kind) -> Concepts.hasAny(kind, EMERGENCY)))
        .filter(kind -> kind.hasText() || !Concepts.hasAny(kind, EMERGENCY))
        .map(Concepts::name)
        .filter(name -> name != null)
        .findFirst()
        .orElse(null);
  }

  /// Reads somebody who is related to a patient.
  ///
  /// @throws UnreadableException if the person has no name: nobody could say whom they let in
  static CareItem.Relative relative(String source, RelatedPerson read, Dates dates) {
    String name = name(read.getName());
    if (name.isEmpty()) {
      throw new UnreadableException(
          "the related person has no name", "give the RelatedPerson resource a name");
    }
    List<Code> codes = read.getRelationship().stream()
        .flatMap(kind -> Concepts.codes(kind).stream())
        .distinct()
        .toList();
    @Nullable
    String relationship = read.getRelationship().stream()
        .map(Concepts::name)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
    return new CareItem.Relative(
        source,
        codes,
        name,
        relationship,
        !read.hasActive() || read.getActive(),
        dates.date(read.getPeriod().getStartElement()),
        dates.end(read.getPeriod()));
  }
}
