package signpost.broker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one broker on one machine is told: small buffers, one replica, loopback only. */
final class BrokerSettings {
  private BrokerSettings() {}

  static Map<String, String> of(Path logs, int port, int controllerPort) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.putAll(quorum(logs, port, controllerPort));
    settings.putAll(ONE_REPLICA);
    settings.putAll(SMALL);
    settings.putAll(KEEPING);
    return settings;
  }

  private static Map<String, String> quorum(Path logs, int port, int controllerPort) {
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        "1",
        "controller.quorum.voters",
        "1@127.0.0.1:" + controllerPort,
        "listeners",
        "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
        "advertised.listeners",
        "PLAINTEXT://127.0.0.1:" + port,
        "controller.listener.names",
        "CONTROLLER",
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs",
        logs.toString());
  }

  private static final Map<String, String> ONE_REPLICA =
      Map.of(
          "auto.create.topics.enable", "false",
          "default.replication.factor", "1",
          "offsets.topic.replication.factor", "1",
          "offsets.topic.num.partitions", "1",
          "transaction.state.log.replication.factor", "1",
          "transaction.state.log.min.isr", "1",
          "transaction.state.log.num.partitions", "1",
          "share.coordinator.state.topic.replication.factor", "1",
          "share.coordinator.state.topic.min.isr", "1",
          "group.initial.rebalance.delay.ms", "0");

  /**
   * The cleaner's buffer is 128 MB by default: more than half of the heap we give the child. A
   * controller that is alone need not write twice a second that nothing happened. A thread for
   * groups that has nothing to do wakes three times a second, and there are no groups.
   */
  private static final Map<String, String> SMALL =
      Map.of(
          "log.cleaner.dedupe.buffer.size", "8388608",
          "log.index.size.max.bytes", "1048576",
          "num.network.threads", "2",
          "num.io.threads", "4",
          "group.coordinator.threads", "1",
          "background.threads", "2",
          "num.replica.fetchers", "1",
          "metadata.max.idle.interval.ms", "10000");

  /**
   * Ten seconds' wait for a dead broker's session would delay each restart after a kill; two do on
   * loopback. The page cache is flushed each second, so that is what a power cut may take; a killed
   * process loses nothing.
   */
  private static final Map<String, String> KEEPING =
      Map.of(
          "broker.session.timeout.ms", "2000",
          "broker.heartbeat.interval.ms", "500",
          "controlled.shutdown.enable", "false",
          "log.segment.bytes", "67108864",
          "log.flush.interval.ms", "1000",
          "log.flush.scheduler.interval.ms", "1000",
          "message.max.bytes", "4194304",
          "metadata.max.retention.bytes", "16777216",
          "log.retention.hours", "9600");
}
