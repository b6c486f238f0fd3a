package org.healthassistant.assistant.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.healthassistant.connector.Secret;
import org.healthassistant.knowledge.text.Language;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

/// What the compiler and Modulith cannot hold: which library packages a room may use, that the
/// screen is pure, who opens sockets, and that no packages know each other.
class ArchitectureTest {

  private static final JavaClasses ALL = new ClassFileImporter()
      .withImportOption(new DoNotIncludeTests())
      .importPackages("org.healthassistant");

  private static final String ROOT = "org.healthassistant.assistant.";

  private static final String SERVICE = "org.healthassistant.assistant";
  private static final String KNOWLEDGE = "org.healthassistant.knowledge";
  private static final String CONNECTOR = "org.healthassistant.connector";

  /// What every room may use: the enum of languages (ADR 0018), and a value that prints nothing.
  private static final Set<String> EVERYWHERE =
      Set.of(Language.class.getName(), Secret.class.getName());

  /// The packages of the two libraries that each room may use beyond these, as architecture.md §3
  /// has them in brackets. A name ending with `..` means all below it. The empty room is the
  /// application itself.
  private static final Map<String, Set<String>> BRACKETS = Map.ofEntries(
      Map.entry("", Set.of(KNOWLEDGE + ".release")),
      Map.entry("library", Set.of(KNOWLEDGE + "..")),
      Map.entry(
          "answer",
          // `.text`: evidence is cut by the splitter that cut the release (ADR 0018).
          Set.of(
              KNOWLEDGE + ".passage",
              KNOWLEDGE + ".article",
              KNOWLEDGE + ".text",
              CONNECTOR + ".record",
              CONNECTOR + ".model")),
      Map.entry(
          "record", Set.of(CONNECTOR + ".record", CONNECTOR + ".fhir..", CONNECTOR + ".wearable")),
      Map.entry("delivery", Set.of(CONNECTOR + ".sms..")),
      Map.entry("escalation", Set.of(CONNECTOR + ".notify", CONNECTOR + ".sms")),
      Map.entry("web", Set.of(CONNECTOR + ".record")),
      Map.entry("turn", Set.of(CONNECTOR + ".record")),
      Map.entry("sms", Set.of(CONNECTOR + ".sms..")),
      Map.entry("workspace", Set.of(KNOWLEDGE + ".passage", CONNECTOR + ".record")),
      Map.entry(
          // What is written is sent where records are read from (ADR 0061).
          "writeback",
          Set.of(CONNECTOR + ".record", CONNECTOR + ".fhir.server", CONNECTOR + ".fhir.written")),
      Map.entry("tools", Set.of(KNOWLEDGE + ".passage")));

  @Test
  void safetyIsPure() {
    ArchRule rule = noClasses()
        .that()
        .resideInAnyPackage(ROOT + "safety..", ROOT + "protocol..")
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .dependOnClassesThat(resideInAnyPackage(
                "org.springframework..",
                "java.sql..",
                "java.net..",
                "java.time..",
                "java.util.regex..",
                KNOWLEDGE + "..",
                CONNECTOR + "..")
            .and(not(equivalentTo(Language.class))))
        .because("the screen is deterministic: texts, vectors and facts in, a decision out");
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
        .and()
        .resideOutsideOfPackage("org.healthassistant.assistant.access.issuer..")
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
        .because(
            "every protocol of the outside world lives in connectors, but OpenID Connect, which"
                + " Spring Security speaks with the HTTP clients of access.issuer (ADR 0021)");
    rule.check(ALL);
  }

  @Test
  void everyRoomUsesOnlyItsLibraryPackages() {
    Set<String> foreign = new TreeSet<>();
    for (JavaClass type : ALL) {
      Set<String> mine = BRACKETS.getOrDefault(room(type), Set.of());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String used = dependency.getTargetClass().getPackageName();
        boolean library = used.startsWith(KNOWLEDGE) || used.startsWith(CONNECTOR);
        boolean free = EVERYWHERE.contains(dependency.getTargetClass().getName());
        boolean ours = type.getPackageName().startsWith(SERVICE);
        if (ours && library && !free && !allowed(used, mine)) {
          foreign.add(room(type) + " uses " + used + ": " + type.getSimpleName());
        }
      }
    }
    assertThat(foreign)
        .as("the libraries' packages that a room may use stand in BRACKETS, a new one with its"
            + " reason")
        .isEmpty();
  }

  @Test
  void everyBracketIsUsed() {
    Set<String> unused = new TreeSet<>();
    BRACKETS.forEach((room, names) -> names.forEach(name -> unused.add(room + " " + name)));
    for (JavaClass type : ALL) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String used = dependency.getTargetClass().getPackageName();
        BRACKETS.getOrDefault(room(type), Set.of()).stream()
            .filter(name -> allowed(used, Set.of(name)))
            .forEach(name -> unused.remove(room(type) + " " + name));
      }
    }
    assertThat(unused).as("brackets that no room needs any more").isEmpty();
  }

  @Test
  void noPackagesKnowEachOther() {
    NotYet.check("cycles between packages", PackageCycles.among(ALL), Set.of());
  }

  @Test
  void findsAPlantedCycle() {
    var java = new ClassFileImporter();
    assertThat(PackageCycles.among(java.importClasses(Optional.class, Thread.class), "java."))
        .containsOnlyKeys("java.lang", "java.util");
    assertThat(PackageCycles.among(java.importClasses(Optional.class), "java.")).isEmpty();
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

  private static String room(JavaClass type) {
    String below = type.getPackageName().replaceFirst("^" + SERVICE + "\\.?", "");
    return below.split("\\.")[0];
  }

  private static boolean allowed(String used, Set<String> names) {
    return names.stream()
        .anyMatch(name -> name.endsWith("..")
            ? (used + ".").startsWith(name.substring(0, name.length() - 1))
            : used.equals(name));
  }
}
