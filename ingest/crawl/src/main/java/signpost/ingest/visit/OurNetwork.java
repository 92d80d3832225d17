package signpost.ingest.visit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.RecordJson;
import signpost.ingest.IngestConfig;
import signpost.ingest.store.IngestMemo;
import signpost.record.meter.SignpostMeter;
import signpost.record.store.Database;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.Fetcher;
import signpost.web.health.NetworkState;
import signpost.web.health.NetworkWatch;
import signpost.web.health.Observation;
import signpost.web.health.StatusPolicy;
import signpost.web.health.TargetState;

/** The watch over our own network: its memory on disk, its control URLs, its word to ops. */
@Singleton
final class OurNetwork {
  private static final Logger LOG = LoggerFactory.getLogger(OurNetwork.class);
  private static final String MEMO = "our-network";
  private static final Duration CONTROL_EVERY = Duration.ofMinutes(5);

  private final Fetcher fetcher;
  private final List<FetchRequest> controls;
  private final InstantSource clock;
  private final NetworkWatch watch;
  private final AtomicReference<Instant> controlledAt = new AtomicReference<>(Instant.MIN);

  OurNetwork(
      Database database,
      Fetcher fetcher,
      IngestConfig config,
      MeterRegistry meters,
      @Named("clock") InstantSource clock) {
    this.fetcher = fetcher;
    this.clock = clock;
    this.controls = config.controlUrls().stream().map(WebUrl::of).map(FetchRequest::of).toList();
    this.watch = new NetworkWatch(database.read(OurNetwork::remembered));
    SignpostMeter.NETWORK_TROUBLE.gauge(
        meters, watch, it -> it.state().troubleSince().isPresent() ? 1 : 0);
  }

  private static NetworkState remembered(Handle handle) {
    return IngestMemo.read(handle, MEMO)
        .map(json -> RecordJson.read(json, NetworkState.class))
        .orElse(NetworkState.WELL);
  }

  /**
   * Asks the control URLs, if there are any, when something could not be reached or trouble has
   * begun. Called outside of transactions, for it waits for the network.
   */
  void control(Observation seen) {
    Instant now = clock.instant();
    boolean worth = NetworkWatch.unreached(seen) || watch.state().troubleSince().isPresent();
    Instant last = controlledAt.get();
    boolean due = last.equals(Instant.MIN) || !now.isBefore(last.plus(CONTROL_EVERY));
    if (worth && due && !controls.isEmpty() && controlledAt.compareAndSet(last, now)) {
      watch.controlled(controls.stream().anyMatch(this::reached));
    }
  }

  private boolean reached(FetchRequest control) {
    return !NetworkWatch.unreached(StatusPolicy.of(fetcher.fetch(control), Optional.empty()));
  }

  /** As {@link NetworkWatch#add}; what begins or ends is kept and told to ops. */
  boolean add(Handle handle, String host, TargetState before, Observation seen, Instant now) {
    NetworkState was = watch.state();
    boolean uncounted = watch.add(host, before, seen, now);
    NetworkState is = watch.state();
    if (!is.equals(was)) {
      IngestMemo.write(handle, MEMO, RecordJson.write(is));
      is.troubleSince()
          .ifPresentOrElse(
              since -> LOG.warn("Our own network is in trouble since {}: no verdicts", since),
              () -> LOG.warn("Our own network works again: links are judged again"));
    }
    return uncounted;
  }

  /** As {@link NetworkWatch#forget}. */
  TargetState forget(TargetState before) {
    return watch.forget(before);
  }
}
