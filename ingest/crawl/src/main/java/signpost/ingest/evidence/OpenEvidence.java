package signpost.ingest.evidence;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import signpost.evidence.EvidenceDamagedException;
import signpost.evidence.EvidenceFolder;
import signpost.evidence.EvidenceSettings;
import signpost.evidence.EvidenceStore;
import signpost.evidence.EvidenceStore.EvidenceCount;
import signpost.evidence.Memento;
import signpost.evidence.TimeMap;
import signpost.ingest.EvidenceConfig;
import signpost.ingest.IngestConfig;
import signpost.record.AwayException;
import signpost.url.CanonicalUrl;

/**
 * The evidence in ingest's data folder, opened when it is first needed. One that cannot be opened
 * is tried again after a minute, so that it goes on by itself once somebody has seen to it.
 */
@Singleton
public final class OpenEvidence {
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final EvidenceSettings settings;
  private final InstantSource wall;
  private @Nullable EvidenceStore store;
  private @Nullable IOException trouble;
  private Instant troubleAt = Instant.EPOCH;

  OpenEvidence(EvidenceConfig config, IngestConfig ingest, @Named("wall") InstantSource wall) {
    this.settings = EvidenceSettings.of(folder(ingest.data()), config.limit());
    this.wall = wall;
  }

  static Path folder(Path data) {
    return data.resolve(EvidenceFolder.NAME);
  }

  synchronized EvidenceStore open() throws IOException {
    if (store != null) {
      return store;
    }
    if (trouble != null && wall.instant().isBefore(troubleAt.plus(AGAIN))) {
      throw trouble;
    }
    try {
      EvidenceStore opened = EvidenceStore.open(settings);
      store = opened;
      trouble = null;
      return opened;
    } catch (IOException e) {
      trouble = e;
      troubleAt = wall.instant();
      throw e;
    }
  }

  /** The same failure in words that say what to do, where somebody must do something. */
  Exception failed(IOException e) {
    return e instanceof EvidenceDamagedException
        ? new AwayException(
            "what was kept is damaged: "
                + e.getMessage()
                + ". See it with signpost evidence verify, and move the folder away: a new one is begun",
            e)
        : e;
  }

  /** What can be shown of an address, and what could once, oldest first. */
  public List<Memento> mementos(CanonicalUrl address) throws IOException {
    return open().mementos(address);
  }

  /** The one that was captured at this very second, if it can be shown. */
  public Optional<Memento> memento(CanonicalUrl address, Instant at) throws IOException {
    return new TimeMap(address, "", mementos(address)).at(at);
  }

  /** The body of a memento. */
  public byte[] body(Memento memento) throws IOException {
    return open().body(memento);
  }

  /** How much is kept; nothing while it cannot be opened. */
  public Optional<EvidenceCount> count() {
    try {
      return Optional.of(open().count());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  synchronized void close() throws IOException {
    if (store != null) {
      store.close();
    }
  }
}
