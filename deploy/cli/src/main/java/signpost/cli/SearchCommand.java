package signpost.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import signpost.local.LocalModule;
import signpost.local.LocalPorts;

/** The public face alone. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = "Runs search alone, against an external Kafka.")
final class SearchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PartOptions part = new PartOptions();

  @Option(
      names = "--ops-port",
      paramLabel = "PORT",
      description =
          "where ops see crawl control, notifications and metrics (default: 8083; environment: SIGNPOST_OPS_PORT)")
  private @Nullable Integer opsPort;

  @Option(
      names = "--ingest-url",
      paramLabel = "URL",
      description = "where ingest's API answers (environment: SIGNPOST_INGEST_URL)")
  private @Nullable String ingest;

  @Option(
      names = "--notifier-url",
      paramLabel = "URL",
      description = "where the notifier's API answers (environment: SIGNPOST_NOTIFIER_URL)")
  private @Nullable String notifier;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "where people reach the pages (environment: SIGNPOST_PUBLIC_URL)")
  private @Nullable String publicUrl;

  @Override
  public Integer call() throws InterruptedException {
    Map<String, @Nullable Object> own = new HashMap<>();
    if (opsPort != null) {
      LocalPorts.checkFree("127.0.0.1", opsPort, "--ops-port");
    }
    own.put("signpost.ops.port", opsPort);
    own.put("signpost.ingest.url", ingest);
    own.put("signpost.notifier.url", notifier);
    own.put("signpost.public-url", publicUrl);
    return part.run(LocalModule.SEARCH, 8080, PartOptions.given(own), spec.commandLine().getOut());
  }
}
