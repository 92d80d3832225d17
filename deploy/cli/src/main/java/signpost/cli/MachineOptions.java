package signpost.cli;

import picocli.CommandLine.Option;
import signpost.local.RunPlan;

/** Where the parts of one machine keep their data and listen. */
final class MachineOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "where pages and the public API answer (default: ${DEFAULT-VALUE})")
  int search = 8080;

  @Option(
      names = "--ops-port",
      paramLabel = "PORT",
      description =
          "where ops see crawl control, notifications and metrics (default: ${DEFAULT-VALUE})")
  int ops = 8083;

  @Option(
      names = "--ingest-port",
      paramLabel = "PORT",
      description = "where ingest's own API answers (default: ${DEFAULT-VALUE})")
  int ingest = 8081;

  @Option(
      names = "--notifier-port",
      paramLabel = "PORT",
      description = "where the notifier's own API answers (default: ${DEFAULT-VALUE})")
  int notifier = 8082;

  @Option(
      names = "--broker-port",
      paramLabel = "PORT",
      description = "where Kafka listens (default: ${DEFAULT-VALUE})")
  int broker = 9392;

  RunPlan.ListenAddresses addresses() {
    return new RunPlan.ListenAddresses(search, ops, ingest, notifier, broker);
  }
}
