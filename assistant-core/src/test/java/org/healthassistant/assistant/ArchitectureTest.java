package org.healthassistant.assistant;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

/// What the compiler and Modulith cannot hold: which library packages a room may use, that the
/// screen is pure, where time and language come from, and who opens sockets.
class ArchitectureTest {

  private static final JavaClasses ALL = new ClassFileImporter()
      .withImportOption(new DoNotIncludeTests())
      .importPackages("org.healthassistant");

  /// The pure enum that every room may use, the screen too (ADR 0018).
  private static final DescribedPredicate<JavaClass> LANGUAGE =
      JavaClass.Predicates.equivalentTo(Language.class);

  private static final String ROOT = "org.healthassistant.assistant.";

  @Test
  void safetyIsPure() {
    ArchRule rule = noClasses()
        .that()
        .resideInAPackage(ROOT + "safety..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(
                "org.springframework..",
                "java.sql..",
                "java.net..",
                "java.time..",
                "java.util.regex..",
                "org.healthassistant.knowledge..",
                "org.healthassistant.connector..")
            .and(not(LANGUAGE)))
        .because("the screen is deterministic: texts, vectors and facts in, a decision out");
    rule.check(ALL);
  }

  @Test
  void timeIsHandedIn() {
    ArchRule rule = noClasses()
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
    rule.check(ALL);
  }

  @Test
  void jacksonIsThree() {
    ArchRule rule = noClasses()
        .that()
        .resideInAPackage("org.healthassistant..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..")
        .because("HAPI and LangChain4j bring Jackson 2 as a guest; our own code uses 3");
    rule.check(ALL);
  }

  @Test
  void onlyConnectorsOpenSockets() {
    ArchRule rule = noClasses()
        .that()
        .resideInAPackage("org.healthassistant.assistant..")
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
    rule.check(ALL);
  }

  @Test
  void knowledgeIsReadThroughTheLibrary() {
    ArchRule rule = noClasses()
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
        .dependOnClassesThat(resideInAPackage("org.healthassistant.knowledge..").and(not(LANGUAGE)))
        .because("vetted content has one door, the room `library`");
    rule.check(ALL);
  }

  @Test
  void connectorsStayInTheirRooms() {
    ArchRule rule = noClasses()
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
    rule.check(ALL);
  }

  @Test
  void controllersAreNobodysBusiness() {
    ArchRule rule = classes()
        .that()
        .areMetaAnnotatedWith(Controller.class)
        .should()
        .notBePublic()
        .because("the compiler then says that nobody knows them");
    rule.check(ALL);
  }

  @Test
  void everyPackageIsDocumentedAndNullMarked() {
    Set<String> without = new TreeSet<>();
    ALL.stream()
        .filter(type -> !type.getPackageName().endsWith(".launcher"))
        .map(type -> type.getPackage())
        .filter(found -> !found.isAnnotatedWith(NullMarked.class))
        .forEach(found -> without.add(found.getName()));
    assertThat(without).as("packages without a @NullMarked package-info").isEmpty();
  }
}
