package signpost.local;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
  private final MachineFolder folder;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final String secret = SecretToken.make();

  private volatile @Nullable BrokerProcess broker;

  private LocalMachine(MachineFolder folder) {
    this.folder = folder;
  }

  /**
   * Starts all parts and returns when each answers.
   *
   * @param progress told, in words, what has been reached
   * @throws CannotStartException when a port or the data folder cannot be had
   */
  public static LocalMachine start(RunPlan plan, Consumer<String> progress) {
    LocalMachine machine = new LocalMachine(MachineFolder.hold(plan.data()));
    try {
      plan.addresses().checkFree();
      progress.accept("Starting the broker, ingest, search and notifier");
      machine.startParts(plan);
      return machine;
    } catch (RuntimeException e) {
      machine.close();
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
    return Objects.requireNonNull(broker);
  }

  /** All at once: the modules get ready while the broker does, and try until it listens. */
  private void startParts(RunPlan plan) {
    try (ExecutorService starters = Executors.newFixedThreadPool(1 + LocalModule.values().length)) {
      List<CompletableFuture<Void>> starting = new ArrayList<>();
      starting.add(CompletableFuture.runAsync(() -> startBroker(plan), starters));
      for (LocalModule module : LocalModule.values()) {
        starting.add(CompletableFuture.runAsync(() -> start(module, plan), starters));
      }
      starting.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void startBroker(RunPlan plan) {
    broker = BrokerProcess.start(folder.of("broker"), plan.addresses().broker());
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
    BrokerProcess started = broker;
    if (started != null) {
      started.close();
    }
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
