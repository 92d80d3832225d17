package signpost.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import signpost.local.LocalModule;
import signpost.local.LocalPorts;
import signpost.local.ModuleContext;
import signpost.local.SignalHandling;
import signpost.search.gate.OpsAddress;
import signpost.tools.ExitCode;

/** What one part needs to run alone against an external Kafka and database. */
final class PartOptions {
  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT,…",
      description = "Kafka's bootstrap servers (environment: SIGNPOST_KAFKA_BOOTSTRAP_SERVERS)")
  private @Nullable String kafka;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "this part's folder (default: .signpost/<part>; environment: SIGNPOST_DATA)")
  private @Nullable Path data;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "the address its HTTP server binds to (default: ${DEFAULT-VALUE})")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "where its HTTP server answers (default: search 8080, ingest 8081, notifier 8082)")
  private @Nullable Integer port;

  @Mixin private SetOption set = new SetOption();

  /** Starts the part, says where it is and stays until a signal. */
  int run(LocalModule module, int usualPort, Map<String, Object> more, java.io.PrintWriter out)
      throws InterruptedException {
    int listen = port == null ? usualPort : port;
    LocalPorts.checkFree(host, listen, "--port");
    Map<String, Object> settings = set.settings();
    settings.put("micronaut.server.host", host);
    settings.put("micronaut.server.port", listen);
    Optional.ofNullable(kafka).ifPresent(k -> settings.put("signpost.kafka.bootstrap-servers", k));
    putFolder(module, Optional.ofNullable(data), settings);
    settings.putAll(more);
    SignalHandling.interruptsMe();
    try (ModuleContext started =
        SignalHandling.start(() -> ModuleContext.start(module, settings, Optional.empty(), true))) {
      out.printf(
          "%s is at http://%s:%d/%s · Ctrl-C stops it%n",
          module.lowerCase(), host, listen, opsOf(module, started));
      SignalHandling.awaitSignal();
    }
    return ExitCode.FINE;
  }

  /** Says where the part keeps its data, unless a file or the environment does. */
  static void putFolder(LocalModule module, Optional<Path> data, Map<String, Object> settings) {
    boolean given = settings.containsKey("signpost.data") || System.getenv("SIGNPOST_DATA") != null;
    if (data.isPresent() || !given) {
      Path folder = data.orElseGet(() -> Path.of(".signpost", module.lowerCase()));
      settings.put("signpost.data", folder.toAbsolutePath().normalize().toString());
    }
  }

  private static String opsOf(LocalModule module, ModuleContext started) {
    return module == LocalModule.SEARCH
        ? " · for ops at " + started.bean(OpsAddress.class).uri() + "/ops"
        : "";
  }

  /** The options that are given, under their configuration keys. */
  static Map<String, Object> given(Map<String, ? extends @Nullable Object> values) {
    Map<String, Object> given = new HashMap<>();
    values.forEach((key, value) -> {
      if (value != null) {
        given.put(key, value.toString());
      }
    });
    return given;
  }
}
