package signpost.local;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.http.access.ModuleSecret;
import signpost.search.account.SecretToken;
import signpost.search.gate.OpsAddress;
import signpost.tools.CannotStartException;

/** Everything on one machine: the broker in a JVM of its own and the three modules in this one. */
public final class LocalMachine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalMachine.class);

  /** Who writes stops before who reads. */
  private static final List<LocalModule> STOP_ORDER =
      List.of(LocalModule.INGEST, LocalModule.NOTIFIER, LocalModule.SEARCH);

  /**
   * They need a second between them on a machine with time to spare; one that is gone on without
   * may still be using the embedding model, whose memory the end of the process takes away.
   */
  private static final Duration STOP_MODULE_WITHIN = Duration.ofSeconds(40);

  private final Map<LocalModule, ModuleContext> modules = new EnumMap<>(LocalModule.class);
  private final BrokerProcess broker;
  private final MachineFolder folder;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final String secret = SecretToken.make();

  private LocalMachine(MachineFolder folder, BrokerProcess broker) {
    this.folder = folder;
    this.broker = broker;
  }

  /**
   * Starts all parts and returns when each answers.
   *
   * @param progress told, in words, what has been reached
   * @throws CannotStartException when a port or the data folder cannot be had
   */
  public static LocalMachine start(RunPlan plan, Consumer<String> progress) {
    MachineFolder folder = MachineFolder.hold(plan.data());
    try {
      plan.addresses().checkFree();
      progress.accept("Starting the broker");
      BrokerProcess broker = BrokerProcess.start(folder.of("broker"), plan.addresses().broker());
      LocalMachine machine = new LocalMachine(folder, broker);
      try {
        progress.accept("Starting ingest, search and notifier");
        machine.startModules(plan);
        return machine;
      } catch (RuntimeException e) {
        machine.close();
        throw e;
      }
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** A running module. */
  public ModuleContext module(LocalModule module) {
    ModuleContext context = modules.get(module);
    if (context == null) {
      throw new IllegalStateException(module + " is not running");
    }
    return context;
  }

  /** Where ops see their pages. */
  public URI ops() {
    return module(LocalModule.SEARCH).bean(OpsAddress.class).uri();
  }

  /** The broker's process. */
  public BrokerProcess broker() {
    return broker;
  }

  private void startModules(RunPlan plan) {
    try (ExecutorService starters = Executors.newFixedThreadPool(LocalModule.values().length)) {
      List<CompletableFuture<Void>> starting = new ArrayList<>();
      for (LocalModule module : LocalModule.values()) {
        starting.add(CompletableFuture.runAsync(() -> start(module, plan), starters));
      }
      CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void start(LocalModule module, RunPlan plan) {
    Map<String, Object> settings = new HashMap<>(plan.settingsOf(module));
    settings.put(ModuleSecret.MADE_KEY, secret);
    ModuleContext context = ModuleContext.start(module, settings, plan.clock(), plan.environment());
    synchronized (modules) {
      modules.put(module, context);
    }
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    for (LocalModule module : STOP_ORDER) {
      ModuleContext context = modules.get(module);
      if (context != null) {
        closeInTime(module, context);
      }
    }
    broker.close();
    folder.close();
  }

  private static void closeInTime(LocalModule module, ModuleContext context) {
    try {
      CompletableFuture.runAsync(context::close, work -> Thread.ofPlatform().daemon().start(work))
          .get(STOP_MODULE_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      LOG.warn(
          "{} did not stop in {} s; going on without it", module, STOP_MODULE_WITHIN.toSeconds());
    } catch (java.util.concurrent.ExecutionException e) {
      LOG.warn("{} did not stop cleanly: {}", module, String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
