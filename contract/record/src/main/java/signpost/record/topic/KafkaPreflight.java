package signpost.record.topic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import signpost.events.Topics;
import signpost.record.AwayException;
import signpost.record.preflight.CertificatePreflight;
import signpost.record.preflight.PreflightFinding;

/**
 * Tries Kafka as the parts will use it, and makes nothing: who answers, whether there are as many
 * brokers as copies are wanted, and whether each topic is there as it must be or can be made.
 */
public final class KafkaPreflight {
  private static final String EDGE = "kafka";
  private static final int PATIENCE_MILLIS = 7_000;
  private static final int ENOUGH_BROKERS = 3;

  /** What a topic keeps may be more than is wanted, and no less. */
  private static final Set<String> AT_LEAST =
      Set.of(Topics.TOMBSTONES_KEPT, "retention.ms", "max.message.bytes");

  private final KafkaConfig kafka;
  private final List<PreflightFinding> findings = new ArrayList<>();

  private KafkaPreflight(KafkaConfig kafka) {
    this.kafka = kafka;
  }

  /** Takes at most some ten seconds. */
  public static List<PreflightFinding> of(KafkaConfig kafka, Instant now) {
    KafkaPreflight preflight = new KafkaPreflight(kafka);
    kafka
        .certificateEndsAt()
        .ifPresent(at ->
            preflight.findings.add(
                CertificatePreflight.of(
                    EDGE, "The certificate in signpost.kafka.certificate", at, now)));
    try (Admin admin = Admin.create(settings(kafka))) {
      preflight.look(admin);
    } catch (KafkaException | AwayException e) {
      KafkaTrouble trouble = KafkaTrouble.of(kafka, e);
      preflight.findings.add(PreflightFinding.wrong(EDGE, trouble.what() + ".", trouble.remedy()));
    }
    return preflight.findings;
  }

  private static Map<String, Object> settings(KafkaConfig kafka) {
    Map<String, Object> settings = new HashMap<>(kafka.client());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    return settings;
  }

  private void look(Admin admin) {
    int brokers = get(admin.describeCluster().nodes()).size();
    ok("%s answers: %s%s.".formatted(kafka.bootstrapServers(), counted(brokers, "broker"), how()));
    copies(brokers);
    Set<String> there = get(admin.listTopics().names());
    Map<String, Topics.Topic> wanted = new TreeMap<>();
    Topics.ALL.forEach(topic -> wanted.put(kafka.prefixed(topic.name()), topic));
    topicsThere(admin, wanted, there);
    topicsToMake(admin, wanted, there);
  }

  private String how() {
    return (kafka.tls() ? ", encrypted" : ", not encrypted")
        + (kafka.username().isEmpty() ? "" : ", signed in as " + kafka.username());
  }

  private void copies(int brokers) {
    if (kafka.replication() > brokers) {
      wrong(
          "signpost.kafka.replication wants %d copies, and there %s."
              .formatted(kafka.replication(), brokers == 1 ? "is one broker" : "are " + brokers),
          "Set signpost.kafka.replication to %d, or start more brokers.".formatted(brokers));
    } else if (brokers >= ENOUGH_BROKERS && kafka.replication() < ENOUGH_BROKERS) {
      warning(
          "There are %d brokers, and each topic is kept by %d."
              .formatted(brokers, kafka.replication()),
          "Set signpost.kafka.replication to 3, before the topics are made.");
    }
  }

  private void topicsThere(Admin admin, Map<String, Topics.Topic> wanted, Set<String> there) {
    List<String> names = wanted.keySet().stream().filter(there::contains).toList();
    int before = findings.size();
    get(admin.describeTopics(names).allTopicNames()).values().forEach(this::copiesOf);
    Collection<ConfigResource> resources =
        names.stream().map(it -> new ConfigResource(ConfigResource.Type.TOPIC, it)).toList();
    get(admin.describeConfigs(resources).all())
        .forEach((topic, config) ->
            Optional.ofNullable(wanted.get(topic.name()))
                .map(Topics.Topic::config)
                .orElse(Map.of())
                .forEach((key, value) -> setting(topic.name(), key, value, config)));
    if (!names.isEmpty() && findings.size() == before) {
      ok("%s there, as they must be.".formatted(counted(names.size(), "topic")));
    }
  }

  private void copiesOf(TopicDescription topic) {
    int copies = topic.partitions().getFirst().replicas().size();
    if (copies < kafka.replication()) {
      warning(
          "%s is kept by %d, and signpost.kafka.replication says %d."
              .formatted(topic.name(), copies, kafka.replication()),
          "It counts only when topics are made: kafka-reassign-partitions adds copies.");
    }
  }

  private void setting(String topic, String key, String wanted, Config config) {
    ConfigEntry entry = config.get(key);
    String is = entry == null || entry.value() == null ? "" : entry.value();
    if (key.equals(Topics.TOMBSTONES_KEPT) || is.equals(wanted)) {
      return; // the parts see to the first by themselves
    }
    String alter =
        "kafka-configs --alter --entity-type topics --entity-name %s --add-config %s=%s"
            .formatted(topic, key, wanted);
    if (!AT_LEAST.contains(key)) {
      wrong("%s has %s=%s and must have %s.".formatted(topic, key, is, wanted), alter);
    } else if (!isAtLeast(is, wanted)) {
      warning("%s has %s=%s and should have %s.".formatted(topic, key, is, wanted), alter);
    }
  }

  /** Kafka's -1 is without end. */
  private static boolean isAtLeast(String is, String wanted) {
    long value = is.isEmpty() ? 0 : Long.parseLong(is);
    return value < 0 || value >= Long.parseLong(wanted);
  }

  /** Asks whether they could be made; the broker looks at rights, policies and brokers. */
  private void topicsToMake(Admin admin, Map<String, Topics.Topic> wanted, Set<String> there) {
    TopicSet topics = new TopicSet(kafka);
    Map<String, KafkaFuture<Void>> made =
        admin
            .createTopics(
                wanted.entrySet().stream()
                    .filter(it -> !there.contains(it.getKey()))
                    .map(it -> topics.wanted(it.getValue()))
                    .toList(),
                new CreateTopicsOptions().validateOnly(true))
            .values();
    Map<String, List<String>> refusals =
        made.entrySet().stream()
            .filter(it -> !refusal(it.getValue()).isEmpty())
            .collect(
                Collectors.groupingBy(
                    it -> refusal(it.getValue()),
                    TreeMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    refusals.forEach((why, names) ->
        wrong(
            "%s cannot be made: %s"
                .formatted(String.join(", ", names.stream().sorted().toList()), why),
            "Let %s make topics, or make them for it."
                .formatted(kafka.username().isEmpty() ? "Signpost" : kafka.username())));
    if (!made.isEmpty() && refusals.isEmpty()) {
      ok("%s missing, and can be made.".formatted(counted(made.size(), "topic")));
    }
  }

  private static String refusal(KafkaFuture<Void> made) {
    try {
      get(made);
      return "";
    } catch (KafkaException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String counted(int number, String what) {
    return number == 1 ? "one " + what : number + " " + what + "s";
  }

  private void ok(String what) {
    findings.add(PreflightFinding.ok(EDGE, what));
  }

  private void warning(String what, String remedy) {
    findings.add(PreflightFinding.warning(EDGE, what, remedy));
  }

  private void wrong(String what, String remedy) {
    findings.add(PreflightFinding.wrong(EDGE, what, remedy));
  }

  private static <T> T get(KafkaFuture<T> future) {
    return TopicSet.get(future);
  }
}
