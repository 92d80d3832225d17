package signpost.record.store;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import signpost.record.tls.KeyRules;
import signpost.record.tls.PemFiles;

/**
 * Where the database is, and how it knows us.
 *
 * @param url jdbc:postgresql:… when one machine is outgrown, else SQLite in the data folder; a
 *     database of its own for each of ingest, the notifier and search, so not with run
 * @param username of that database
 * @param password best given as SIGNPOST_JDBC_PASSWORD
 * @param tls true: all that goes to PostgreSQL is encrypted, and its certificate and name are
 *     checked. Without it {@code sslmode} in the URL counts, which by default trusts anybody
 * @param trust a PEM file of the authorities that PostgreSQL’s certificate comes from; none but
 *     those are believed then. Without it those that Java knows
 * @param certificate a PEM file of our own certificate, where PostgreSQL asks for one
 * @param key a PEM file of that certificate’s key: PKCS #8, without a password
 */
@ConfigurationProperties("signpost.jdbc")
public record JdbcConfig(
    @Bindable(defaultValue = "") String url,
    @Bindable(defaultValue = "") String username,
    @Bindable(defaultValue = "") String password,
    @Bindable(defaultValue = "false") boolean tls,
    Optional<Path> trust,
    Optional<Path> certificate,
    Optional<Path> key) {
  static final String PREFIX = "signpost.jdbc";
  private static final KeyRules RULES = new KeyRules(PREFIX);
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String NEEDS_SERVER = "tls needs a jdbc:postgresql:… in signpost.jdbc.url";
  private static final String LIBPQ = "org.postgresql.ssl.LibPQFactory";
  private static final String JAVAS = "org.postgresql.ssl.DefaultJavaSSLFactory";

  public JdbcConfig {
    RULES.require(
        url.isEmpty() || url.startsWith(SQLITE) || url.startsWith("jdbc:postgresql:"),
        "url must start with jdbc:sqlite: or jdbc:postgresql:, not with "
            + url.substring(0, Math.min(url.length(), 16)));
    RULES.require(!tls || url.isEmpty() || url.startsWith("jdbc:postgresql:"), NEEDS_SERVER);
    RULES.require(
        !tls || !url.contains("sslmode="),
        "tls and sslmode in signpost.jdbc.url say the same thing twice: leave one out");
    RULES.client(tls, trust, certificate, key);
    RULES.require(
        certificate.isEmpty() || trust.isPresent(), "certificate needs signpost.jdbc.trust, too");
  }

  /** A database that is named by its address alone. */
  public static JdbcConfig of(String url, String username, String password) {
    return new JdbcConfig(
        url, username, password, false, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The same, with SQLite in a file of that folder where no other is named.
   *
   * @throws io.micronaut.context.exceptions.ConfigurationException where TLS is wished for, and who
   *     would have the file publishes, or somebody is to sign in: its URL was forgotten then
   */
  public JdbcConfig orFile(ModuleSchema schema, Path folder) {
    if (!url.isEmpty()) {
      return this;
    }
    RULES.require(
        !tls || (!schema.publishes() && username.isEmpty() && password.isEmpty()), NEEDS_SERVER);
    return of(SQLITE + folder.resolve(schema.file()), username, password);
  }

  /** The file of an SQLite database; none of one in memory, nor of PostgreSQL. */
  public Optional<Path> file() {
    return Optional.of(url)
        .filter(it -> it.startsWith(SQLITE) && !it.contains("mode=memory"))
        .map(it -> it.substring(SQLITE.length()).replaceFirst("\\?.*$", ""))
        .flatMap(it -> it.startsWith("file:") ? path(it) : Optional.of(it))
        .filter(it -> !it.isEmpty() && !it.startsWith(":"))
        .map(Path::of);
  }

  /** As SQLite reads it: {@code file:own.db}, {@code file:/srv/my%20own.db}, {@code file:///…}. */
  private static Optional<String> path(String uri) {
    try {
      URI file = new URI(uri);
      return Optional.ofNullable(file.isOpaque() ? file.getSchemeSpecificPart() : file.getPath());
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /** The settings of PostgreSQL’s driver by which it secures its connections. */
  Map<String, String> security() {
    Map<String, String> settings = new HashMap<>();
    if (tls) {
      settings.put("sslmode", "verify-full");
      settings.put("sslfactory", trust.isPresent() ? LIBPQ : JAVAS);
      trust.ifPresent(file -> settings.put("sslrootcert", file.toString()));
      certificate.ifPresent(file -> {
        settings.put("sslcert", file.toString());
        settings.put("pemKeyAlgorithm", PemFiles.algorithm(PREFIX + ".certificate", file));
      });
      key.ifPresent(file -> settings.put("sslkey", file.toString()));
    }
    return settings;
  }

  /** Without what must not be seen. */
  @Override
  public String toString() {
    return UnusableDatabase.withoutSecrets(url);
  }
}
