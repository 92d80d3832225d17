package signpost.record.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.CertificateAuthority;
import signpost.kit.SecuredPostgres;
import signpost.record.preflight.PreflightFinding;
import signpost.record.preflight.PreflightFinding.PreflightLevel;

/** A PostgreSQL that speaks TLS, and clients that want to know whom they speak to. */
class SecuredPostgresIT {
  @TempDir private static Path folder;
  private static CertificateAuthority authority;
  private static Path stranger;
  private static SecuredPostgres postgres;

  @BeforeAll
  static void start() throws Exception {
    authority =
        new CertificateAuthority(Files.createDirectory(folder.resolve("ours")))
            .sign("server", CertificateAuthority.ROOT, "-ext", "san=dns:localhost")
            .sign("keeper", CertificateAuthority.ROOT)
            .sign("elder", CertificateAuthority.ROOT, "-keyalg", "RSA");
    stranger = new CertificateAuthority(Files.createDirectory(folder.resolve("theirs"))).trust();
    postgres =
        new SecuredPostgres(
            authority.certificate("server"), authority.key("server"), authority.trust());
    postgres.execute("CREATE ROLE keeper LOGIN PASSWORD 'sesame'");
    postgres.execute("CREATE ROLE reader LOGIN PASSWORD 'sesame'");
    postgres.execute("CREATE ROLE shower LOGIN PASSWORD 'sesame'");
    postgres.execute("CREATE DATABASE kept OWNER keeper");
    postgres.letIn(
        "host all postgres samehost trust",
        "hostssl kept keeper,reader samehost scram-sha-256",
        "hostssl kept shower samehost scram-sha-256 clientcert=verify-ca",
        "hostssl postgres keeper samehost scram-sha-256");
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  private static JdbcConfig config(
      String host, String database, String user, String password, Path trust) {
    return config(host, database, user, password, trust, Optional.empty());
  }

  /** {@code shown}: the name of the certificate that we show. */
  private static JdbcConfig config(
      String host,
      String database,
      String user,
      String password,
      Path trust,
      Optional<String> shown) {
    return new JdbcConfig(
        "jdbc:postgresql://%s:%d/%s".formatted(host, postgres.port(), database),
        user,
        password,
        true,
        Optional.of(trust),
        shown.map(authority::certificate),
        shown.map(SecuredPostgresIT::ownKey));
  }

  /** The driver wants a key that nobody else can read. */
  private static Path ownKey(String name) {
    try {
      return Files.setPosixFilePermissions(
          authority.key(name), PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<PreflightFinding> found(JdbcConfig jdbc) {
    return DatabasePreflight.of(Databases.SCHEMA, jdbc, folder, InstantSource.system());
  }

  private static void isRefused(JdbcConfig jdbc, String words, String key) {
    assertThat(found(jdbc))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.level()).isEqualTo(PreflightLevel.WRONG);
          assertThat(it.what()).contains(words, key).doesNotContain("sesame");
        });
    assertThatThrownBy(() -> Database.open(Databases.SCHEMA, jdbc))
        .isInstanceOf(UnusableDatabase.class)
        .hasMessageContainingAll(words, key);
  }

  @Test
  void serverWithTheRightNameAndAuthorityIsUsedAndNothingElseIsSaid() {
    JdbcConfig right = config("localhost", "kept", "keeper", "sesame", authority.trust());

    assertThat(found(right))
        .extracting(PreflightFinding::what)
        .anyMatch(it -> it.endsWith(", encrypted."))
        .contains("keeper may make tables and write there.")
        .contains("It is empty: the first start makes the tables.")
        .contains("It agrees with that of the database of record.");
    Database.open(Databases.SCHEMA, right).close();
    assertThat(found(right))
        .extracting(PreflightFinding::what)
        .anyMatch(it -> it.startsWith("Its tables are of version "));
  }

  @Test
  void serversThatCannotBeBelievedAreRefusedAtTheStart() {
    isRefused(
        config("localhost", "kept", "keeper", "sesame", stranger),
        "an authority that is not believed",
        "signpost.jdbc.trust");
    isRefused(
        config("127.0.0.1", "kept", "keeper", "sesame", authority.trust()),
        "for another name",
        "signpost.jdbc.url");
  }

  @Test
  void whoIsNotLetInLearnsWhichKeyToMend() {
    isRefused(
        config("localhost", "kept", "keeper", "wrong", authority.trust()),
        "does not let us in",
        "signpost.jdbc.password");
    isRefused(
        JdbcConfig.of(
            "jdbc:postgresql://localhost:%d/kept?sslmode=disable".formatted(postgres.port()),
            "keeper",
            "sesame"),
        "does not let us in",
        "pg_hba.conf");
    isRefused(
        config("localhost", "nowhere", "keeper", "sesame", authority.trust()),
        "does not let us in",
        "signpost.jdbc.username");
  }

  @Test
  void certificateOfOursIsShownWhateverItsKeyIsMadeBy() {
    for (String shown : List.of("keeper", "elder")) {
      assertThat(
              found(
                  config(
                      "localhost",
                      "kept",
                      "shower",
                      "sesame",
                      authority.trust(),
                      Optional.of(shown))))
          .as(shown)
          .extracting(PreflightFinding::what)
          .anyMatch(it -> it.endsWith(", encrypted."));
    }
    isRefused(
        config("localhost", "kept", "shower", "sesame", authority.trust()),
        "does not let us in",
        "signpost.jdbc.username");
  }

  @Test
  void readerWithoutRightsIsToldWhatToGrant() {
    assertThat(found(config("localhost", "kept", "reader", "sesame", authority.trust())))
        .anySatisfy(it -> {
          assertThat(it.level()).isEqualTo(PreflightLevel.WRONG);
          assertThat(it.remedy()).contains("GRANT USAGE, CREATE ON SCHEMA public TO reader");
        });
  }
}
