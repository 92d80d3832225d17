package signpost.ingest.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.RecordJson;
import signpost.evidence.KeepOutcome;
import signpost.evidence.KeptOut;
import signpost.evidence.PageCapture;
import signpost.ingest.EvidenceConfig;
import signpost.ingest.frontier.KnownTarget;
import signpost.ingest.frontier.TargetStore;
import signpost.record.AwayException;
import signpost.record.LoopHealth;
import signpost.record.meter.SignpostMeter;
import signpost.record.store.Database;
import signpost.revision.noise.RevisionState;
import signpost.url.CanonicalUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.health.TargetState;

/**
 * Keeps the answer of a placed page, after its visit was written down. Whatever goes wrong here is
 * told to ops and ends here: the visit stands, and what is missing is made up for at the next one.
 */
@Singleton
public final class EvidenceStep {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceStep.class);

  private final EvidenceConfig config;
  private final OpenEvidence evidence;
  private final Database database;
  private final LoopHealth health;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Map<CanonicalUrl, KeptOut> unwanted = new ConcurrentHashMap<>();

  EvidenceStep(
      EvidenceConfig config,
      OpenEvidence evidence,
      Database database,
      @Named("evidence") LoopHealth health,
      MeterRegistry meters,
      @Named("clock") InstantSource clock) {
    this.config = config;
    this.evidence = evidence;
    this.database = database;
    this.health = health;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Keeps what a target answered, as far as the rule has it.
   *
   * @param readWell whether its page was read, and believed
   */
  @SuppressWarnings("checkstyle:IllegalCatch") // no failure here may fail the visit
  public void look(CanonicalUrl url, Answered answer, boolean readWell) {
    if (!config.keep()) {
      return;
    }
    try {
      database
          .read(handle -> TargetStore.find(handle, url))
          .filter(KnownTarget::placed)
          .ifPresent(target -> take(target, answer, readWell));
    } catch (RuntimeException e) {
      health.failed(e);
    }
  }

  private void take(KnownTarget target, Answered answer, boolean readWell) {
    Optional<RevisionState> revised =
        target.revised().map(json -> RecordJson.read(json, RevisionState.class));
    Optional<TargetState> judged =
        target.judged().map(json -> RecordJson.read(json, TargetState.class));
    if (revised.isPresent()
        && ReadingWorth.of(judged, revised.get(), readWell)
            instanceof ReadingWorth.Telling(var version, boolean settled)) {
      take(new PageCapture(target.url(), clock.instant(), version, answer), settled);
    }
  }

  private void take(PageCapture capture, boolean settled) {
    try {
      KeepOutcome outcome = evidence.open().take(capture, settled);
      unwanted.remove(capture.address());
      SignpostMeter.EVIDENCE.count(meters, outcome.getClass().getSimpleName());
      tell(capture.address(), outcome);
    } catch (IOException e) {
      health.failed(evidence.failed(e));
    }
  }

  private void tell(CanonicalUrl address, KeepOutcome outcome) {
    switch (outcome) {
      case KeepOutcome.Kept _, KeepOutcome.Held _ -> health.gotOn();
      case KeepOutcome.Passed _ -> {
        // Nothing was written, so nothing is known of the folder.
      }
      case KeepOutcome.Unwanted(KeptOut reason) -> {
        unwanted.put(address, reason);
        LOG.debug("Nothing is kept of {}: {}", address, reason.words());
      }
      case KeepOutcome.NoRoom(long limit) ->
          health.failed(
              new AwayException(
                  ("what may be kept is full (signpost.evidence.limit is %,d bytes). Give it more, or take"
                          + " addresses out with signpost evidence remove")
                      .formatted(limit)));
    }
  }

  /** Why nothing is kept of an address since it was last visited. */
  public Optional<KeptOut> unwanted(CanonicalUrl address) {
    return Optional.ofNullable(unwanted.get(address));
  }

  @PreDestroy
  void close() throws IOException {
    evidence.close();
  }
}
