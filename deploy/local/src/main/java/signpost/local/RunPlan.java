package signpost.local;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import signpost.broker.FreePort;

/**
 * What is to run on this machine, and where.
 *
 * @param clock the time decisions are made by; empty for the system's
 * @param environment whether SIGNPOST_… variables of the environment count
 * @param settings for all modules
 * @param own for one module, over {@code settings}
 */
public record RunPlan(
    Path data,
    ListenAddresses addresses,
    Optional<InstantSource> clock,
    boolean environment,
    Map<String, Object> settings,
    Map<LocalModule, Map<String, Object>> own) {
  public RunPlan {
    settings = Map.copyOf(settings);
    own = Map.copyOf(own);
  }

  /** Where each part listens on 127.0.0.1; {@code ops}: where search shows ops their pages. */
  public record ListenAddresses(int search, int ops, int ingest, int notifier, int broker) {
    /** Ports that nothing listens on at this moment. */
    public static ListenAddresses free() {
      return new ListenAddresses(
          FreePort.find(), FreePort.find(), FreePort.find(), FreePort.find(), FreePort.find());
    }

    /** Says which option to change when one of them is taken. */
    public void checkFree() {
      LocalPorts.checkFree("127.0.0.1", search, "--port");
      LocalPorts.checkFree("127.0.0.1", ops, "--ops-port");
      LocalPorts.checkFree("127.0.0.1", ingest, "--ingest-port");
      LocalPorts.checkFree("127.0.0.1", notifier, "--notifier-port");
      LocalPorts.checkFree("127.0.0.1", broker, "--broker-port");
    }

    int of(LocalModule module) {
      return switch (module) {
        case INGEST -> ingest;
        case SEARCH -> search;
        case NOTIFIER -> notifier;
      };
    }

    /** Where ops see their pages, metrics and the details of health. */
    public String opsUrl() {
      return "http://127.0.0.1:" + ops;
    }

    /** Where a module's HTTP server answers. */
    public String url(LocalModule module) {
      return "http://127.0.0.1:" + of(module);
    }
  }

  /** All that a module is given. */
  public Map<String, Object> settingsOf(LocalModule module) {
    Map<String, Object> all = new HashMap<>();
    all.put("micronaut.server.host", "127.0.0.1");
    all.put("micronaut.server.port", addresses.of(module));
    all.put("signpost.data", data.resolve(module.lowerCase()).toString());
    all.put("signpost.kafka.bootstrap-servers", "127.0.0.1:" + addresses.broker());
    all.put("signpost.public-url", addresses.url(LocalModule.SEARCH));
    all.put("signpost.clock", clock.isPresent() ? "external" : "system");
    if (module == LocalModule.SEARCH) {
      all.put("signpost.ops.port", addresses.ops());
      all.put("signpost.ingest.url", addresses.url(LocalModule.INGEST));
      all.put("signpost.notifier.url", addresses.url(LocalModule.NOTIFIER));
    }
    all.putAll(settings);
    all.putAll(own.getOrDefault(module, Map.of()));
    return all;
  }
}
