package signpost.ingest.fetch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A fetcher for one command, outside a running module: the usual limits and the usual guard. */
public final class LoneFetcher implements Fetcher, AutoCloseable {
  private static final Duration VISIT = Duration.ofSeconds(30);
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final FetchSettings USUAL =
      new FetchSettings(
          VISIT,
          STEP,
          STEP,
          STEP,
          10 << 20,
          200,
          256,
          10,
          16 << 10,
          200,
          List.of(),
          List.of(),
          Set.of(),
          Optional.empty());

  private final HttpFetcher fetcher;

  private LoneFetcher(HttpFetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * Opens nothing yet.
   *
   * @param contact where publishers reach whoever asks; may be empty
   */
  public static LoneFetcher of(String contact) {
    FetchFactory factory = new FetchFactory();
    return new LoneFetcher(
        factory.fetcher(USUAL, factory.guard(USUAL), InstantSource.system(), "system", contact));
  }

  @Override
  public FetchOutcome fetch(FetchRequest request) {
    return fetcher.fetch(request);
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
