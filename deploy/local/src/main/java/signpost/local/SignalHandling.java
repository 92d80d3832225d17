package signpost.local;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets Ctrl-C and signals end a command as an interrupt does: it closes what it started, and only
 * then does the JVM begin to end. Closing in a shutdown hook would race with the hooks of native
 * libraries, which free what is still in use.
 */
public final class SignalHandling {
  private static final Duration SAY_AFTER = Duration.ofSeconds(5);
  private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(60);
  private static final AtomicInteger SIGNAL = new AtomicInteger();

  private SignalHandling() {}

  /** From now on the first signal interrupts the calling thread and the second ends at once. */
  public static void interruptsMe() {
    Thread command = Thread.currentThread();
    for (String name : new String[] {"INT", "TERM", "HUP"}) {
      handle(
          name,
          number -> {
            if (SIGNAL.compareAndSet(0, number)) {
              command.interrupt();
              Thread.ofPlatform().daemon().name("stop").start(SignalHandling::watch);
            } else {
              Runtime.getRuntime().halt(128 + number);
            }
          });
    }
  }

  /**
   * Starts something in a thread of its own, which no interrupt disturbs: a start that is cut in
   * two is harder to end well than one that is waited for.
   */
  public static <T extends AutoCloseable> T start(Supplier<T> start) throws InterruptedException {
    CompletableFuture<T> starting =
        CompletableFuture.supplyAsync(start, Thread.ofPlatform().daemon().name("start")::start);
    try {
      return starting.get();
    } catch (InterruptedException e) {
      starting.thenAccept(SignalHandling::close).exceptionally(_ -> null).join();
      throw e;
    } catch (ExecutionException e) {
      throw unchecked(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  /** The exit code of a command that a signal ended. */
  public static OptionalInt code() {
    int number = SIGNAL.get();
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(128 + number);
  }

  /** Returns never: an interrupt ends it. */
  public static void awaitSignal() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private static void watch() {
    try {
      Thread.sleep(SAY_AFTER);
      System.err.println("signpost: still stopping; Ctrl-C again ends at once");
      Thread.sleep(GIVE_UP_AFTER.minus(SAY_AFTER));
      Runtime.getRuntime().halt(128 + SIGNAL.get());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable started) {
    try {
      started.close();
    } catch (Exception e) {
      throw new IllegalStateException("did not stop cleanly", e);
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    return switch (cause) {
      case RuntimeException as -> as;
      case Error error -> throw error;
      case Throwable other -> new IllegalStateException(other);
    };
  }

  private interface OnSignal {
    void got(int number);
  }

  /** By reflection: the compiler's warning of {@code sun.misc.Signal} cannot be suppressed. */
  private static void handle(String name, OnSignal on) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler call =
          (_, method, arguments) -> {
            if (!method.getName().equals("handle")) {
              return method.invoke(on, arguments);
            }
            on.got((int) signal.getMethod("getNumber").invoke(arguments[0]));
            return null;
          };
      signal
          .getMethod("handle", signal, handler)
          .invoke(
              null,
              signal.getConstructor(String.class).newInstance(name),
              Proxy.newProxyInstance(
                  SignalHandling.class.getClassLoader(), new Class<?>[] {handler}, call));
    } catch (ReflectiveOperationException e) {
      // Ignored by whoever started us (nohup), or kept by the JVM (-Xrs): it stays as it is.
      org.slf4j.LoggerFactory.getLogger(SignalHandling.class)
          .debug("SIG{} stays as it is", name, e);
    }
  }
}
