package signpost.notifier.delivery;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One exchange of words with a receiver, which ends in time whatever the receiver does: at its
 * deadline every socket it opened is closed, and nobody waits for it any longer.
 */
final class TimedExchange {
  private static final ScopedValue<TimedExchange> CURRENT = ScopedValue.newInstance();

  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean over;

  private TimedExchange() {}

  /** What was said, or nothing if it was not said in time. */
  static <T> Optional<T> within(Duration limit, Supplier<T> words) throws InterruptedException {
    TimedExchange talk = new TimedExchange();
    CompletableFuture<T> said = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("talk")
        .start(() -> ScopedValue.where(CURRENT, talk).run(() -> say(words, said)));
    try {
      return Optional.of(said.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw thrown(e);
    } finally {
      talk.end();
    }
  }

  private static <T> void say(Supplier<T> words, CompletableFuture<T> said) {
    try {
      said.complete(words.get());
    } catch (Throwable thrown) { // It is whoever waits who has to know, be it an Error.
      said.completeExceptionally(thrown);
    }
  }

  private static RuntimeException thrown(ExecutionException e) {
    return switch (e.getCause()) {
      case Error error -> throw error;
      case RuntimeException runtime -> runtime;
      case null, default -> new IllegalStateException(e);
    };
  }

  /** A socket of the exchange that this thread is in, not yet connected. */
  static Socket socket() throws IOException {
    Socket socket = new Socket();
    watch(socket);
    return socket;
  }

  /** Makes a socket one of the exchange that this thread is in. */
  static void watch(Socket socket) throws IOException {
    TimedExchange talk = CURRENT.get();
    talk.sockets.add(socket);
    if (talk.over) {
      socket.close();
      throw new SocketException("the time for it is over");
    }
    socket.setTcpNoDelay(true);
  }

  private void end() {
    over = true;
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException _) {
        // Then it is closed already, or its thread ends with the connection.
      }
    }
  }
}
