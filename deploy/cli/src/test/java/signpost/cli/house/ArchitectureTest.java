package signpost.cli.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
final class ArchitectureTest {
  private static final String[] CONTRACT = {
    "signpost.url..",
    "signpost.events..",
    "signpost.catalogue..",
    "signpost.trace..",
    "signpost.record..",
    "signpost.http.."
  };
  private static final String[] LIBRARIES = {
    "signpost.web..", "signpost.revision..", "signpost.successor..", "signpost.evidence.."
  };
  private static final String[] SERVICES = {
    "signpost.ingest..", "signpost.search..", "signpost.notifier.."
  };
  private static final String[] DEPLOY = {
    "signpost.broker..", "signpost.local..", "signpost.sample..", "signpost.cli.."
  };

  @Test
  void packagesHaveNoCircle() {
    slices().matching("signpost.(**)").should().beFreeOfCycles().check(House.CLASSES);
  }

  @Test
  void contractKnowsNoModule() {
    unknown(CONTRACT, SERVICES);
    unknown(CONTRACT, LIBRARIES);
    unknown(CONTRACT, "signpost.tools..");
    unknown(CONTRACT, DEPLOY);
    unknown("signpost.url..", "signpost.events..", "signpost.catalogue..", "signpost.record..");
    unknown("signpost.events..", "signpost.catalogue..", "signpost.record..", "signpost.http..");
    unknown("signpost.catalogue..", "signpost.record..", "signpost.http..");
    unknown("signpost.trace..", "signpost.events..", "signpost.catalogue..", "signpost.record..");
  }

  @Test
  void librariesThatReadTheWebKnowNoServer() {
    unknown(LIBRARIES, SERVICES);
    unknown(LIBRARIES, DEPLOY);
    unknown("signpost.web..", "signpost.revision..", "signpost.successor..", "signpost.evidence..");
    unknown("signpost.revision..", "signpost.successor..", "signpost.evidence..");
    unknown("signpost.successor..", "signpost.evidence..");
    unknown("signpost.evidence..", "signpost.revision..", "signpost.successor..");
    unknown(LIBRARIES, "signpost.trace..", "signpost.record..", "signpost.http..");
    unknown(LIBRARIES, "signpost.tools..");
    unknown(
        LIBRARIES,
        "java.sql..",
        "org.jdbi..",
        "org.apache.kafka..",
        "io.micronaut..",
        "jakarta.inject..",
        "org.apache.camel..");
  }

  @Test
  void commandsThatNeedNothingRunningKnowNoService() {
    unknown("signpost.tools..", SERVICES);
    unknown("signpost.tools..", DEPLOY);
    unknown("signpost.tools..", "io.micronaut..", "org.apache.kafka..", "org.apache.camel..");
  }

  @Test
  void servicesKnowEachOtherByTheContractAlone() {
    unknown("signpost.ingest..", "signpost.search..", "signpost.notifier..", "signpost.tools..");
    unknown("signpost.search..", "signpost.ingest..", "signpost.notifier..", "signpost.tools..");
    unknown("signpost.notifier..", "signpost.ingest..", "signpost.search..", "signpost.tools..");
    unknown("signpost.search..", LIBRARIES);
    unknown("signpost.search..", "signpost.catalogue..");
    unknown("signpost.notifier..", LIBRARIES);
    unknown(SERVICES, DEPLOY);
  }

  @Test
  void clientIsForOthers() {
    outside("signpost.client..").resideInAPackage("signpost.client..").check(House.CLASSES);
  }

  @Test
  void camelLivesAtTheEdges() {
    outside("signpost.ingest.route..", "signpost.notifier.delivery..", "signpost.record.camel..")
        .resideInAPackage("org.apache.camel..")
        .check(House.CLASSES);
  }

  @Test
  void kafkaLivesInTheRecord() {
    outside(
            "signpost.record.outbox..",
            "signpost.record.topic..",
            "signpost.record.intake..",
            "signpost.ingest.answer..",
            "signpost.search.intake..",
            "signpost.notifier.intake..",
            "signpost.broker..",
            "signpost.kit..")
        .resideInAPackage("org.apache.kafka..")
        .check(House.CLASSES);
  }

  @Test
  void tracesAreMadeInOneRoom() {
    outside("signpost.trace..", "signpost.kit..")
        .resideInAPackage("io.opentelemetry..")
        .check(House.CLASSES);
  }

  @Test
  void webArchivesAreTheEvidences() {
    outside("signpost.evidence..", "signpost.bench..")
        .resideInAPackage("org.netpreserve..")
        .check(House.CLASSES);
  }

  @Test
  void mailIsWrittenByDelivery() {
    outside("signpost.notifier.delivery..", "signpost.sample.mailbox..")
        .resideInAPackage("jakarta.mail..")
        .check(House.CLASSES);
  }

  @Test
  void luceneLivesInTheIndexAndItsQuestions() {
    outside(
            "signpost.search.index..",
            "signpost.search.query..",
            "signpost.search.rank..",
            "signpost.search.embed..",
            "signpost.search.intake..")
        .resideInAPackage("org.apache.lucene..")
        .check(House.CLASSES);
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
        .check(House.CLASSES);
  }

  @Test
  void indexKnowsNobodyAndQuestionsKnowNoFace() {
    unknown(
        "signpost.search.index..",
        "signpost.search.query..",
        "signpost.search.intake..",
        "signpost.search.api..",
        "signpost.search.pages..",
        "signpost.search.feed..");
    unknown(
        "signpost.search.query..",
        "signpost.search.intake..",
        "signpost.search.api..",
        "signpost.search.pages..",
        "signpost.search.feed..");
    unknown("signpost.search.api..", "signpost.search.intake..", "signpost.search.pages..");
  }

  @Test
  void whoIsToldIsDecidedWithoutAskingAnybody() {
    unknown(
        "signpost.notifier.decision..",
        "java.sql..",
        "org.jdbi..",
        "signpost.record..",
        "signpost.trace..",
        "io.micronaut..",
        "jakarta.inject..");
  }

  private static com.tngtech.archunit.lang.syntax.elements.ClassesThat<
          com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction>
      outside(String... packages) {
    return noClasses().that().resideOutsideOfPackages(packages).should().dependOnClassesThat();
  }

  /**
   * A field that comes to a page by itself may come before it is decoded: see {@code FormFields}.
   */
  @Test
  void formsAreReadWhole() {
    methods()
        .that()
        .areAnnotatedWith(describe("of a form", ArchitectureTest::isForForms))
        .should()
        .haveRawParameterTypes(
            describe(
                "a request or a map",
                types ->
                    types.stream()
                        .allMatch(it ->
                            it.isEquivalentTo(Map.class) || it.isEquivalentTo(HttpRequest.class))))
        .check(House.CLASSES);
  }

  private static boolean isForForms(JavaAnnotation<?> annotation) {
    return annotation.getRawType().isEquivalentTo(Consumes.class)
        && List.of((Object[]) annotation.get("value").orElseThrow())
            .contains(MediaType.APPLICATION_FORM_URLENCODED);
  }

  private static void unknown(String to, String... them) {
    unknown(new String[] {to}, them);
  }

  private static void unknown(String[] to, String... them) {
    noClasses()
        .that()
        .resideInAnyPackage(to)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(them)
        .check(House.CLASSES);
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
