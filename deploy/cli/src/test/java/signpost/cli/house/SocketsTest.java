package signpost.cli.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

/**
 * The guard can be walked around only by a second door. Kafka and JDBC have sockets of their own,
 * inside their libraries, to servers the configuration names and no page can.
 */
final class SocketsTest {
  private static final JavaClasses INGEST =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("signpost.ingest", "signpost.web", "signpost.tools");

  @Test
  void onlyFetchOpensSocketsToTheWeb() {
    noClasses()
        .that()
        .resideOutsideOfPackage("signpost.web.fetch")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Socket.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ServerSocket.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(SocketChannel.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(SocketFactory.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(URLConnection.class)
        .orShould()
        .callMethod(URL.class, "openStream")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.hc..", "java.net.http..", "io.micronaut.http.client..")
        .check(INGEST);
  }

  @Test
  void oneClassOpensThem() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("signpost.web.fetch.GuardedDialler")
        .should()
        .callConstructorWhere(
            target(owner(assignableTo(Socket.class)))
                .or(target(owner(assignableTo(ServerSocket.class)))))
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(Socket.class)))
                .and(target(nameMatching("connect")))
                .or(
                    target(owner(assignableTo(SocketChannel.class)))
                        .and(target(nameMatching("open")))))
        .check(INGEST);
  }

  @Test
  void namesAreLookedUpInOnePlace() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("signpost.web.fetch.SystemNames")
        .should()
        .callMethod(InetAddress.class, "getAllByName", String.class)
        .orShould()
        .callMethod(InetAddress.class, "getByName", String.class)
        .check(INGEST);
  }
}
