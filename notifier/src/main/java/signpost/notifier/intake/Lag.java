package signpost.notifier.intake;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import signpost.notifier.publish.KafkaConfig;

/** How far the intake is behind the end of its topics, asked of the broker. */
@Singleton
public final class Lag {
  /** What is said when nobody can tell: certainly not nothing. */
  public static final long UNKNOWN = Integer.MAX_VALUE;

  private final Intake intake;
  private final KafkaConfig kafka;
  private @Nullable Admin admin;

  Lag(Intake intake, KafkaConfig kafka) {
    this.intake = intake;
    this.kafka = kafka;
  }

  /** Records not yet handled and committed; {@link #UNKNOWN} while Kafka is away. */
  public synchronized long records() {
    Map<TopicPartition, Long> handled = intake.handled();
    if (handled.isEmpty() || !intake.connected()) {
      return UNKNOWN;
    }
    try {
      Map<TopicPartition, ListOffsetsResultInfo> ends =
          admin()
              .listOffsets(
                  handled.keySet().stream()
                      .collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest())))
              .all()
              .get(5, TimeUnit.SECONDS);
      // Asked again after the ends: what was handled meanwhile is no lag.
      Map<TopicPartition, Long> now = intake.handled();
      return ends.entrySet().stream()
          .mapToLong(
              end -> Math.max(0, end.getValue().offset() - now.getOrDefault(end.getKey(), 0L)))
          .sum();
    } catch (ExecutionException | TimeoutException _) {
      return UNKNOWN;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }

  private Admin admin() {
    Admin here = admin;
    if (here == null) {
      here =
          Admin.create(
              Map.of(
                  AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers(),
                  AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000,
                  AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 4_500));
      admin = here;
    }
    return here;
  }

  @PreDestroy
  synchronized void close() {
    Admin here = admin;
    if (here != null) {
      here.close(java.time.Duration.ofSeconds(1));
    }
  }
}
