package signpost.record.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.Topics;
import signpost.kit.CertificateAuthority;
import signpost.kit.SecuredBroker;
import signpost.record.AwayException;
import signpost.record.preflight.PreflightFinding;
import signpost.record.preflight.PreflightFinding.PreflightLevel;
import signpost.record.topic.KafkaConfig.KafkaSasl;

/** A broker that wants to know who its clients are, and clients that want to know it. */
class SecuredKafkaIT {

  @TempDir private static Path folder;
  private static CertificateAuthority authority;
  private static Path stranger;
  private static SecuredBroker broker;

  @BeforeAll
  static void start() throws Exception {
    authority =
        new CertificateAuthority(Files.createDirectory(folder.resolve("ours")))
            .sign("broker", CertificateAuthority.ROOT, "-ext", "san=dns:localhost")
            .sign("client", CertificateAuthority.ROOT)
            .expired("expired", "san=dns:localhost");
    stranger = new CertificateAuthority(Files.createDirectory(folder.resolve("theirs"))).trust();
    broker = new SecuredBroker(folder.resolve("broker"), authority);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static KafkaConfig signingIn(
      String at, Path trust, KafkaSasl how, String password, String prefix) {
    return new KafkaConfig(
        at,
        prefix,
        (short) 1,
        true,
        Optional.of(trust),
        Optional.empty(),
        Optional.empty(),
        how,
        SecuredBroker.USER,
        password);
  }

  private static KafkaConfig showing(String at, Optional<Path> certificate, Optional<Path> key) {
    return new KafkaConfig(
        at,
        "certified.",
        (short) 1,
        true,
        Optional.of(authority.trust()),
        certificate,
        key,
        KafkaSasl.NONE,
        "",
        "");
  }

  private static KafkaConfig certified() {
    return showing(
        broker.certified(),
        Optional.of(authority.certificate("client")),
        Optional.of(authority.key("client")));
  }

  private static List<PreflightFinding> wrong(KafkaConfig kafka) {
    return KafkaPreflight.of(kafka, Instant.now()).stream()
        .filter(it -> it.level() == PreflightLevel.WRONG)
        .toList();
  }

  /** Both what a preflight says and what a running part says of it. */
  private static void isRefused(KafkaConfig kafka, String words, String key) {
    assertThat(wrong(kafka))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.what()).contains(words);
          assertThat(it.remedy()).contains(key);
          assertThat(it.what() + it.remedy()).doesNotContain(SecuredBroker.PASSWORD);
        });
    assertThatThrownBy(() -> new TopicWatch(kafka, List.of(Topics.PAGES)))
        .isInstanceOf(AwayException.class)
        .hasMessageContaining(words)
        .hasMessageContaining(key);
  }

  private static void isUsed(KafkaConfig kafka) throws Exception {
    assertThat(wrong(kafka)).isEmpty();
    try (TopicWatch topics = await().ignoreExceptions().until(() -> watch(kafka), _ -> true);
        var producer = TopicWriter.producer(kafka, Duration.ofSeconds(20))) {
      producer.send(new ProducerRecord<>(kafka.prefixed(Topics.PAGES), "k", new byte[1])).get();
      assertThat(topics.described().ids()).containsKey(Topics.PAGES);
    }
    assertThat(KafkaPreflight.of(kafka, Instant.now()))
        .extracting(PreflightFinding::what)
        .contains("7 topics there, as they must be.");
  }

  /** A topic that was just made may not be known at once. */
  private static TopicWatch watch(KafkaConfig kafka) throws Exception {
    return new TopicWatch(kafka, List.of(Topics.PAGES));
  }

  @Test
  void whoSignsInWithScramOrPlainIsServed() throws Exception {
    for (KafkaSasl how : List.of(KafkaSasl.SCRAM_SHA_512, KafkaSasl.PLAIN)) {
      isUsed(
          signingIn(broker.signedIn(), authority.trust(), how, SecuredBroker.PASSWORD, how + "."));
    }
  }

  @Test
  void whoShowsACertificateIsServed() throws Exception {
    isUsed(certified());
    assertThat(KafkaPreflight.of(certified(), Instant.now().plus(Duration.ofDays(85))))
        .anySatisfy(it -> {
          assertThat(it.level()).isEqualTo(PreflightLevel.WARNING);
          assertThat(it.what()).contains("signpost.kafka.certificate ends on");
        });
  }

  @Test
  void wrongPasswordsAndMechanismsAreNamed() {
    String at = broker.signedIn();
    isRefused(
        signingIn(at, authority.trust(), KafkaSasl.SCRAM_SHA_512, "sesame", ""),
        "does not let us in",
        "signpost.kafka.password");
    isRefused(
        signingIn(at, authority.trust(), KafkaSasl.SCRAM_SHA_256, SecuredBroker.PASSWORD, ""),
        "has another way to sign in",
        "signpost.kafka.sasl");
  }

  @Test
  void brokersThatCannotBeBelievedAreNamed() {
    KafkaSasl how = KafkaSasl.SCRAM_SHA_512;
    isRefused(
        signingIn(broker.signedIn(), stranger, how, SecuredBroker.PASSWORD, ""),
        "an authority that is not believed",
        "signpost.kafka.trust");
    isRefused(
        signingIn(
            broker.signedIn().replace("localhost", "127.0.0.1"),
            authority.trust(),
            how,
            SecuredBroker.PASSWORD,
            ""),
        "for another name",
        "signpost.kafka.bootstrap-servers");
    isRefused(
        showing(broker.expired(), Optional.empty(), Optional.empty()), "has expired", "clocks");
  }

  @Test
  void missingCertificateOfOursIsNamed() {
    isRefused(
        showing(broker.certified(), Optional.empty(), Optional.empty()),
        "does not take our certificate, or misses one",
        "signpost.kafka.certificate");
  }

  @Test
  void keyThatIsNotTheCertificatesIsRefusedAtOnce() {
    assertThatThrownBy(() ->
            showing(
                broker.certified(),
                Optional.of(authority.certificate("client")),
                Optional.of(authority.key("broker"))))
        .hasMessageContaining("signpost.kafka.key")
        .hasMessageContaining("it is not the key of");
  }
}
