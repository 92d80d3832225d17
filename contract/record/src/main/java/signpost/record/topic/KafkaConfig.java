package signpost.record.topic;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import signpost.record.AwayException;
import signpost.record.tls.KeyRules;
import signpost.record.tls.PemFiles;

/**
 * Where Kafka is, and how it knows us.
 *
 * @param bootstrapServers where the public record is
 * @param topicPrefix goes before the name of each topic, where several Signposts share one cluster
 * @param replication copies of each topic; 3 wherever there are three brokers. It counts only when
 *     topics are made
 * @param tls true: all is encrypted, and the brokers’ certificates and names are checked. Without
 *     it whoever is between can read and change the record
 * @param trust a PEM file of the authorities that brokers’ certificates come from; none but those
 *     are believed then. Without it those that Java knows
 * @param certificate a PEM file of our own certificate and those above it, where brokers ask for
 *     one (mTLS). It is read at each connection, so a renewed one counts without a restart
 * @param key a PEM file of that certificate’s key: PKCS #8, without a password
 * @param sasl how we sign in: {@code none}, {@code plain} (with {@code tls} only), {@code
 *     scram-sha-256} or {@code scram-sha-512}
 * @param username who signs in at Kafka
 * @param password of the user who signs in at Kafka; best given as {@code SIGNPOST_KAFKA_PASSWORD}
 */
@ConfigurationProperties("signpost.kafka")
public record KafkaConfig(
    @Bindable(defaultValue = "127.0.0.1:9092") String bootstrapServers,
    @Bindable(defaultValue = "") String topicPrefix,
    @Bindable(defaultValue = "1") short replication,
    @Bindable(defaultValue = "false") boolean tls,
    Optional<Path> trust,
    Optional<Path> certificate,
    Optional<Path> key,
    @Bindable(defaultValue = "none") KafkaSasl sasl,
    @Bindable(defaultValue = "") String username,
    @Bindable(defaultValue = "") String password) {
  static final String PREFIX = "signpost.kafka";
  private static final KeyRules RULES = new KeyRules(PREFIX);
  private static final int PATIENCE_MILLIS = 10_000;

  public KafkaConfig {
    RULES.require(
        sasl == KafkaSasl.NONE || (!username.isEmpty() && !password.isEmpty()),
        "sasl needs signpost.kafka.username and signpost.kafka.password");
    RULES.require(
        sasl != KafkaSasl.NONE || (username.isEmpty() && password.isEmpty()),
        "username and signpost.kafka.password need signpost.kafka.sasl, or nobody signs in");
    RULES.require(
        sasl != KafkaSasl.PLAIN || tls,
        "sasl=plain sends the password for all to read: it needs signpost.kafka.tls=true");
    RULES.client(tls, trust, certificate, key);
  }

  /** A Kafka that lets everybody in, unencrypted. */
  public static KafkaConfig unsecured(
      String bootstrapServers, String topicPrefix, short replication) {
    return new KafkaConfig(
        bootstrapServers,
        topicPrefix,
        replication,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        KafkaSasl.NONE,
        "",
        "");
  }

  /** How a client signs in. */
  public enum KafkaSasl {
    NONE,
    PLAIN,
    SCRAM_SHA_256,
    SCRAM_SHA_512
  }

  /** The topic's name on the broker. */
  public String prefixed(String topic) {
    return topicPrefix + topic;
  }

  /** The topic's name in the contract. */
  public String bare(String prefixed) {
    return prefixed.substring(topicPrefix.length());
  }

  /** Says that the broker does not answer, or why it does not let us in. */
  public AwayException away(Throwable why) {
    return new AwayException(KafkaTrouble.of(this, why).sentence(), why);
  }

  /**
   * What every client needs: a broker that takes longer than ten seconds counts as away.
   *
   * @throws AwayException as {@link #connection} does
   */
  public Map<String, Object> client() {
    Map<String, Object> client = new HashMap<>(connection());
    client.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    client.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    client.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
    return client;
  }

  /**
   * Where it is and how it knows us; reads the files anew.
   *
   * @throws AwayException if one of them cannot be used now: it may be just being replaced
   */
  Map<String, Object> connection() {
    try {
      Map<String, Object> connection = new HashMap<>(KafkaSecurity.of(this));
      connection.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
      return connection;
    } catch (ConfigurationException e) {
      throw away(e);
    }
  }

  /** When our own certificate ends, where we have one. */
  Optional<Instant> certificateEndsAt() {
    return certificate.map(file ->
        PemFiles.certificates(PREFIX + ".certificate", file).getFirst().getNotAfter().toInstant());
  }

  /** Without what must not be seen. */
  @Override
  public String toString() {
    return "Kafka at " + bootstrapServers;
  }
}
