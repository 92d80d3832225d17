package signpost.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import signpost.broker.EmbeddedBroker;
import signpost.broker.FreePort;

/**
 * A broker with three more doors: one for who signs in over TLS ({@code SASL_SSL}: SCRAM-SHA-512
 * and PLAIN), one for who shows a certificate ({@code SSL}), and one whose own certificate has
 * ended. Its certificates are for {@code localhost}.
 */
public final class SecuredBroker implements AutoCloseable {
  /** Who signs in, with either mechanism. */
  public static final String USER = "signpost";

  /** With what; it has letters that a careless program stumbles over. */
  public static final String PASSWORD = "se\"sa\\me";

  private static final String PLAIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required user_signpost=\"se\\\"sa\\\\me\";";
  private static final String SCRAM =
      "org.apache.kafka.common.security.scram.ScramLoginModule required;";

  private final EmbeddedBroker broker;
  private final List<Integer> ports;

  /**
   * Starts it.
   *
   * @param authority which has signed {@code broker} and {@code expired}, and clients' certificates
   */
  public SecuredBroker(Path folder, CertificateAuthority authority) {
    this.ports = List.of(FreePort.find(), FreePort.find(), FreePort.find());
    this.broker = EmbeddedBroker.start(folder, 0, settings(authority, ports));
    letIn();
  }

  private static Map<String, String> settings(CertificateAuthority authority, List<Integer> ports) {
    String doors =
        ",SASL_SSL://localhost:%d,SSL://localhost:%d,EXPIRED://localhost:%d"
            .formatted(ports.toArray());
    Map<String, String> settings = new HashMap<>();
    settings.put("listeners", doors);
    settings.put("advertised.listeners", doors);
    settings.put("listener.security.protocol.map", ",SASL_SSL:SASL_SSL,SSL:SSL,EXPIRED:SSL");
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN");
    settings.put("listener.name.sasl_ssl.plain.sasl.jaas.config", PLAIN);
    settings.put("listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config", SCRAM);
    settings.put("listener.name.ssl.ssl.client.auth", "required");
    show(settings, "listener.name.sasl_ssl.", authority, "broker");
    show(settings, "listener.name.ssl.", authority, "broker");
    show(settings, "listener.name.expired.", authority, "expired");
    return settings;
  }

  private static void show(
      Map<String, String> settings, String door, CertificateAuthority authority, String name) {
    settings.put(door + "ssl.keystore.type", "PEM");
    settings.put(door + "ssl.keystore.certificate.chain", text(authority.certificate(name)));
    settings.put(door + "ssl.keystore.key", text(authority.key(name)));
    settings.put(door + "ssl.truststore.type", "PEM");
    settings.put(door + "ssl.truststore.certificates", text(authority.trust()));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void letIn() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", open()))) {
      admin
          .alterUserScramCredentials(
              List.of(
                  new UserScramCredentialUpsertion(
                      USER, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD)))
          .all()
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The door that is open for everybody. */
  public String open() {
    return broker.bootstrapServers();
  }

  /** The door for who signs in. */
  public String signedIn() {
    return "localhost:" + ports.get(0);
  }

  /** The door for who shows a certificate. */
  public String certified() {
    return "localhost:" + ports.get(1);
  }

  /** The door whose certificate has ended. */
  public String expired() {
    return "localhost:" + ports.get(2);
  }

  @Override
  public void close() {
    broker.close();
  }
}
