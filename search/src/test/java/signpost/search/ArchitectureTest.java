package signpost.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
final class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("signpost.search");

  @Test
  void luceneIsKnownToIndexAndQueryAlone() {
    noClasses()
        .that()
        .resideInAnyPackage("signpost.search", "..api..", "..pages..", "..feed..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .check(OURS);
  }

  @Test
  void publicQuestionsAndAnswersHoldNoLuceneType() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAnyPackage("signpost.search.query..", "signpost.search.intake..")
        .should(notShowLucene())
        .check(OURS);
  }

  @Test
  void kafkaIsKnownToIntakeAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..intake..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka..")
        .check(OURS);
  }

  @Test
  void indexKnowsNobodyAndQuestionsKnowNoFace() {
    noClasses()
        .that()
        .resideInAPackage("..index..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..query..", "..intake..", "..api..", "..pages..", "..feed..")
        .check(OURS);
    noClasses()
        .that()
        .resideInAPackage("..query..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..intake..", "..api..", "..pages..", "..feed..")
        .check(OURS);
    noClasses()
        .that()
        .resideInAPackage("..api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..intake..", "..pages..")
        .check(OURS);
  }

  @Test
  void otherModulesAreUnknown() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("signpost.ingest..", "signpost.notifier..", "signpost.local..")
        .check(OURS);
  }

  private static ArchCondition<JavaMethod> notShowLucene() {
    return new ArchCondition<>("show no Lucene type") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
            .filter(type -> type.getPackageName().startsWith("org.apache.lucene"))
            .forEach(type ->
                events.add(
                    SimpleConditionEvent.violated(
                        method, method.getFullName() + " shows " + type.getName())));
      }
    };
  }
}
