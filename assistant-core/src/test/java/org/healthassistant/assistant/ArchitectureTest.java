package org.healthassistant.assistant;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.springframework.stereotype.Controller;

/// What the compiler and Modulith cannot hold: which library packages a room may use, that the
/// screen is pure, where time and language come from, and who opens sockets.
@AnalyzeClasses(packages = "org.healthassistant", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "org.healthassistant.assistant.";

  @ArchTest
  static final ArchRule safetyIsPure = noClasses()
      .that()
      .resideInAPackage(ROOT + "safety..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "org.springframework..",
          "java.sql..",
          "java.net..",
          "java.time..",
          "java.util.regex..",
          "org.healthassistant.knowledge..",
          "org.healthassistant.connector..")
      .because("the screen is deterministic: texts, vectors and facts in, a decision out");

  @ArchTest
  static final ArchRule timeIsHandedIn = noClasses()
      .should()
      .callMethod(java.time.Instant.class, "now")
      .orShould()
      .callMethod(java.time.LocalDate.class, "now")
      .orShould()
      .callMethod(java.time.LocalDateTime.class, "now")
      .orShould()
      .callMethod(java.time.OffsetDateTime.class, "now")
      .orShould()
      .callMethod(java.util.Locale.class, "getDefault")
      .because("a clock and a language are handed in, so that tests can move them");

  @ArchTest
  static final ArchRule jacksonIsThree = noClasses()
      .that()
      .resideInAPackage("org.healthassistant..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..")
      .because("HAPI and LangChain4j bring Jackson 2 as a guest; our own code uses 3");

  @ArchTest
  static final ArchRule onlyConnectorsOpenSockets = noClasses()
      .that()
      .resideInAPackage(ROOT + "..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "java.net.http..",
          "org.springframework.web.client..",
          "org.apache.hc..",
          "jakarta.mail..")
      .orShould()
      .dependOnClassesThat()
      .haveFullyQualifiedName("java.net.Socket")
      .because("every protocol of the outside world lives in connectors");

  @ArchTest
  static final ArchRule knowledgeIsReadThroughTheLibrary = noClasses()
      .that()
      .resideInAnyPackage(
          ROOT + "store..",
          ROOT + "patient..",
          ROOT + "conversation..",
          ROOT + "escalation..",
          ROOT + "turn..",
          ROOT + "delivery..",
          ROOT + "sms..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("org.healthassistant.knowledge..")
      .because("vetted content has one door, the room `library`");

  @ArchTest
  static final ArchRule connectorsStayInTheirRooms = noClasses()
      .that()
      .resideInAnyPackage(
          ROOT + "store..",
          ROOT + "patient..",
          ROOT + "conversation..",
          ROOT + "safety..",
          ROOT + "library..",
          ROOT + "access..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("org.healthassistant.connector..")
      .because("these rooms know no vendor");

  @ArchTest
  static final ArchRule controllersAreNobodysBusiness = classes()
      .that()
      .areMetaAnnotatedWith(Controller.class)
      .should()
      .notBePublic()
      .because("the compiler then says that nobody knows them");

  @ArchTest
  static void everyPackageIsDocumentedAndNullMarked(JavaClasses all) {
    Set<String> without = new TreeSet<>();
    all.stream()
        .filter(type -> !type.getPackageName().endsWith(".launcher"))
        .map(type -> type.getPackage())
        .filter(found -> !found.isAnnotatedWith(NullMarked.class))
        .forEach(found -> without.add(found.getName()));
    assertThat(without).as("packages without a @NullMarked package-info").isEmpty();
  }
}
