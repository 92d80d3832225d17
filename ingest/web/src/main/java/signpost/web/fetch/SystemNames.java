package signpost.web.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import signpost.web.fetch.FetchOutcome.DnsFailure.DnsFailureKind;

/** The system's resolver, on a thread that may hang, and what its failures mean. */
final class SystemNames implements NameLookup {
  private static final int REMEMBERED = 10_000;

  /** RFC 1035, 2.3.4: 63 octets a label; 255 in all, as they are sent. */
  private static final int LONGEST_LABEL = 63;

  private static final int LONGEST_NAME = 253;

  private final Duration timeout;
  private final ExecutorService threads;
  private final Map<String, DnsFailureKind> lastFailures = new ConcurrentHashMap<>();

  /** With a daemon thread for each question, which the system's resolver may hold for long. */
  static SystemNames usual(Duration timeout) {
    return new SystemNames(
        timeout,
        Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("names-", 0).factory()));
  }

  SystemNames(Duration timeout, ExecutorService threads) {
    this.timeout = timeout;
    this.threads = threads;
  }

  @Override
  public List<InetAddress> lookUp(String host, int port) throws VisitEnded {
    if (tooLong(host)) {
      throw VisitEnded.dns(DnsFailureKind.UNKNOWN_HOST, "no name may be so long");
    }
    Future<InetAddress[]> answer = threads.submit(() -> InetAddress.getAllByName(host));
    try {
      InetAddress[] addresses = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      lastFailures.remove(host);
      return List.of(addresses);
    } catch (TimeoutException _) {
      answer.cancel(true);
      throw VisitEnded.dns(
          DnsFailureKind.TROUBLE, "no answer from the name servers within " + timeout);
    } catch (ExecutionException e) {
      throw failure(host, e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw VisitEnded.dns(DnsFailureKind.TROUBLE, "interrupted");
    }
  }

  /** What no name server can be asked for. */
  private static boolean tooLong(String host) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return name.length() > LONGEST_NAME
        || Arrays.stream(name.split("\\.", -1)).anyMatch(it -> it.length() > LONGEST_LABEL);
  }

  private VisitEnded failure(String host, ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String message = String.valueOf(cause.getMessage());
    boolean remembered = message.equals(host);
    DnsFailureKind kind =
        remembered
            ? lastFailures.getOrDefault(host, DnsFailureKind.TROUBLE)
            : cause instanceof UnknownHostException ? kind(message) : DnsFailureKind.TROUBLE;
    if (lastFailures.size() >= REMEMBERED) {
      lastFailures.clear();
    }
    lastFailures.put(host, kind);
    return VisitEnded.dns(kind, message);
  }

  /**
   * Java tells NXDOMAIN from SERVFAIL only by the C library's words (glibc, musl, macOS), and not
   * at all when it answers from its cache of failures. What is not recognised counts as trouble,
   * which never proves that a name is gone.
   */
  static DnsFailureKind kind(String message) {
    for (String words :
        List.of(
            "Name or service not known",
            "Name does not resolve",
            "nodename nor servname provided",
            "No address associated with")) {
      if (message.contains(words)) {
        return DnsFailureKind.UNKNOWN_HOST;
      }
    }
    return DnsFailureKind.TROUBLE;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
