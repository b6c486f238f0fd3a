package org.healthassistant.evaluation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/// How the packages of this module may know each other, and what they may know of the service.
class ArchitectureTest {

  private static final JavaClasses ALL = new ClassFileImporter()
      .withImportOption(new DoNotIncludeTests())
      .importPackages("org.healthassistant.evaluation");

  private static final String ROOT = "org.healthassistant.evaluation.";

  @Test
  void noPackagesKnowEachOther() {
    slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void aServiceUnderTestIsKnownFromOutsideOnly() {
    ArchRule rule = noClasses()
        .that()
        .resideInAnyPackage(
            ROOT + "service..",
            ROOT + "stub..",
            ROOT + "traffic..",
            ROOT + "load..",
            ROOT + "kill..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.healthassistant.assistant..")
        .because("what is packaged is measured, by HTTP, as its users meet it");
    rule.check(ALL);
  }

  @Test
  void noSpringIsKnown() {
    ArchRule rule = noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .because("its jars come with the service and are none of ours");
    rule.check(ALL);
  }
}
