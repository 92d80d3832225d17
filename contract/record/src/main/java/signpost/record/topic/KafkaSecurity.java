package signpost.record.topic;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import signpost.record.tls.PemFiles;
import signpost.record.topic.KafkaConfig.KafkaSasl;

/** The settings by which a client secures its connections and signs in, in Kafka's own words. */
final class KafkaSecurity {
  private static final String PEM = "PEM";

  private KafkaSecurity() {}

  /**
   * Reads the files that are named.
   *
   * @throws io.micronaut.context.exceptions.ConfigurationException if one cannot be used
   */
  static Map<String, Object> of(KafkaConfig kafka) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol(kafka).name);
    kafka.trust().ifPresent(file -> trust(file, settings));
    kafka.certificate().ifPresent(file -> certificate(file, settings));
    kafka.key().ifPresent(file -> key(file, settings));
    if (kafka.sasl() != KafkaSasl.NONE) {
      settings.put(SaslConfigs.SASL_MECHANISM, kafka.sasl().name().replace('_', '-'));
      settings.put(SaslConfigs.SASL_JAAS_CONFIG, new Password(jaas(kafka)));
    }
    return settings;
  }

  private static SecurityProtocol protocol(KafkaConfig kafka) {
    if (kafka.sasl() == KafkaSasl.NONE) {
      return kafka.tls() ? SecurityProtocol.SSL : SecurityProtocol.PLAINTEXT;
    }
    return kafka.tls() ? SecurityProtocol.SASL_SSL : SecurityProtocol.SASL_PLAINTEXT;
  }

  private static void trust(Path file, Map<String, Object> settings) {
    String key = KafkaConfig.PREFIX + ".trust";
    settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, PEM);
    settings.put(
        SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, new Password(PemFiles.text(key, file)));
  }

  private static void certificate(Path file, Map<String, Object> settings) {
    String key = KafkaConfig.PREFIX + ".certificate";
    settings.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, PEM);
    settings.put(
        SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG, new Password(PemFiles.text(key, file)));
  }

  private static void key(Path file, Map<String, Object> settings) {
    settings.put(
        SslConfigs.SSL_KEYSTORE_KEY_CONFIG,
        new Password(PemFiles.key(KafkaConfig.PREFIX + ".key", file)));
  }

  private static String jaas(KafkaConfig kafka) {
    Class<?> module =
        kafka.sasl() == KafkaSasl.PLAIN ? PlainLoginModule.class : ScramLoginModule.class;
    return "%s required username=%s password=%s;"
        .formatted(module.getName(), quoted(kafka.username()), quoted(kafka.password()));
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
