package signpost.web.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.DnsFailure;

/**
 * Look-ups for one command, many at once and each name once. Where the name servers are in trouble
 * for many names in a row, the rest is not asked for: a machine without a network is told so soon.
 */
public final class LoneNames implements AutoCloseable {
  private static final int AT_ONCE = 64;
  private static final int TROUBLES = 32;
  private static final int REMEMBERED = 20_000;

  private final NameLookup names;
  private final ExecutorService asking;
  private final AtomicInteger troubles = new AtomicInteger();
  private final Map<String, CompletableFuture<LookupResult>> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(
            Map.Entry<String, CompletableFuture<LookupResult>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** What became of a look-up. */
  public sealed interface LookupResult {
    /** Where it leads, at least one address. */
    record FoundAddresses(List<InetAddress> addresses) implements LookupResult {
      public FoundAddresses {
        addresses = List.copyOf(addresses);
      }
    }

    /** Nowhere, and why: the end of a sentence for operators. */
    record NothingFound(String why) implements LookupResult {}
  }

  LoneNames(NameLookup names) {
    this.names = names;
    this.asking =
        Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("look-up-", 0).factory());
  }

  /** Asks the system's resolver and waits for each name no longer than this. */
  public static LoneNames within(Duration patience) {
    return new LoneNames(SystemNames.usual(patience));
  }

  /** The address a host is by itself, at once; for every other name nothing is asked. */
  public static CompletableFuture<LookupResult> literal(String host) {
    return CompletableFuture.completedFuture(
        GivenNames.literal(host)
            ? new LookupResult.FoundAddresses(
                List.of(InetAddress.ofLiteral(GivenNames.unbracketed(host))))
            : new LookupResult.NothingFound("its name was not looked up"));
  }

  /** Asked for by one thread. */
  public CompletableFuture<LookupResult> lookUp(String host) {
    return GivenNames.literal(host)
        ? literal(host)
        : answers.computeIfAbsent(
            host, name -> CompletableFuture.supplyAsync(() -> ask(name), asking));
  }

  private LookupResult ask(String host) {
    if (troubles.get() >= TROUBLES) {
      return new LookupResult.NothingFound(
          "its name was not looked up, for no name server answers");
    }
    try {
      List<InetAddress> addresses = names.lookUp(host, 0);
      troubles.set(0);
      return new LookupResult.FoundAddresses(addresses);
    } catch (VisitEnded e) {
      return new LookupResult.NothingFound("its name does not resolve: " + why(e));
    }
  }

  private String why(VisitEnded e) {
    if (e.outcome(WebUrl.of("http://lookup.invalid/"), Duration.ZERO)
        instanceof DnsFailure(_, _, DnsFailure.DnsFailureKind kind, String detail, _)) {
      troubles.updateAndGet(n -> kind == DnsFailure.DnsFailureKind.TROUBLE ? n + 1 : 0);
      return detail;
    }
    return "refused";
  }

  @Override
  public void close() {
    asking.shutdownNow();
    names.close();
  }
}
