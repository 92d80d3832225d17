package signpost.record.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.Topics;
import signpost.kit.CertificateAuthority;
import signpost.record.AwayException;
import signpost.record.preflight.PreflightFinding.PreflightLevel;
import signpost.record.topic.KafkaConfig.KafkaSasl;

/** A certificate is renewed while Signpost runs, and a connection is made amid that. */
class ReplacedFilesTest {
  @TempDir private Path folder;

  private KafkaConfig amidRenewal() throws IOException {
    CertificateAuthority authority = new CertificateAuthority(folder);
    Path key = authority.key(CertificateAuthority.ROOT);
    KafkaConfig kafka =
        new KafkaConfig(
            "127.0.0.1:1",
            "",
            (short) 1,
            true,
            Optional.of(authority.trust()),
            Optional.of(authority.trust()),
            Optional.of(key),
            KafkaSasl.NONE,
            "",
            "");
    Files.writeString(key, "");
    return kafka;
  }

  private static void isAway(ThrowingCallable connects) {
    assertThatThrownBy(connects)
        .isInstanceOf(AwayException.class)
        .hasMessageContaining("signpost.kafka.key");
  }

  @Test
  void kafkaIsAwayUntilTheFilesAreWholeAndTheKeyIsNamed() throws IOException {
    KafkaConfig kafka = amidRenewal();

    isAway(kafka::client);
    isAway(() -> TopicWriter.producer(kafka, Duration.ofSeconds(20)));
    isAway(() -> new TopicWatch(kafka, List.of(Topics.PAGES)));
    assertThat(KafkaPreflight.of(kafka, Instant.now()))
        .anySatisfy(it -> {
          assertThat(it.level()).isEqualTo(PreflightLevel.WRONG);
          assertThat(it.what()).contains("signpost.kafka.key").doesNotEndWith("..");
        });
  }
}
