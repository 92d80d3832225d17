package signpost.record.topic;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import signpost.record.CauseChain;
import signpost.record.tls.TlsTrouble;

/**
 * Why Kafka cannot be used.
 *
 * @param what a sentence without its end
 * @param remedy what to do, a sentence that names the key
 * @param isKnown whether it is more than that no answer came
 */
record KafkaTrouble(String what, String remedy, boolean isKnown) {
  static KafkaTrouble of(KafkaConfig kafka, Throwable why) {
    String at = "Kafka at " + kafka.bootstrapServers();
    List<Throwable> chain = CauseChain.of(why);
    return chain.stream()
        .flatMap(cause -> known(at, cause).stream())
        .findFirst()
        .orElseGet(() ->
            new KafkaTrouble(
                at + " does not answer",
                "Is it running, and signpost.kafka.bootstrap-servers right? Where it wants TLS or"
                    + " a sign-in, set signpost.kafka.tls and signpost.kafka.sasl.",
                false));
  }

  private static Optional<KafkaTrouble> known(String at, Throwable cause) {
    return switch (cause) {
      case UnsupportedSaslMechanismException e ->
          known(
              at + " has another way to sign in (" + e.getMessage() + ")",
              "See signpost.kafka.sasl.");
      case SaslAuthenticationException e ->
          known(
              at + " does not let us in (" + e.getMessage() + ")",
              "See signpost.kafka.username, signpost.kafka.password and signpost.kafka.sasl.");
      case SslAuthenticationException e -> {
        TlsTrouble trouble = TlsTrouble.of(e).orElse(TlsTrouble.HANDSHAKE);
        yield known(
            at + ": " + trouble.words(), trouble.remedy(KafkaConfig.PREFIX, "bootstrap-servers"));
      }
      case AuthenticationException e ->
          known(at + " does not let us in (" + e.getMessage() + ")", "See signpost.kafka.sasl.");
      case AuthorizationException e ->
          known(
              at + " does not let us do this (" + e.getMessage() + ")",
              "Its administrator has to allow it to signpost.kafka.username.");
      case ConfigurationException e ->
          known(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""), "");
      case ConfigException e ->
          known(at + ": " + e.getMessage(), "See signpost.kafka.bootstrap-servers.");
      case Throwable _ -> Optional.empty();
    };
  }

  private static Optional<KafkaTrouble> known(String what, String remedy) {
    return Optional.of(new KafkaTrouble(what, remedy, true));
  }

  /** What and, where it is known, what to do, as the end of a sentence. */
  String sentence() {
    return isKnown && !remedy.isEmpty()
        ? what + ". " + remedy.substring(0, remedy.length() - 1)
        : what;
  }
}
