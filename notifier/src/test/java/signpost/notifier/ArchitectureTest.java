package signpost.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("signpost.notifier");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("signpost.notifier.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void camelAndMailLiveInDelivery() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..delivery..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.camel..", "jakarta.mail..")
        .check(classes);
  }

  @Test
  void kafkaLivesInIntakeAndPublish() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..intake..", "..publish..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..")
        .check(classes);
  }

  @Test
  void theOtherModulesAreNotKnown() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("signpost.ingest..", "signpost.search..")
        .check(classes);
  }
}
