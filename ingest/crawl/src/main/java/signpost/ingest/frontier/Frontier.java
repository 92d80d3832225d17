package signpost.ingest.frontier;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.events.RecordJson;
import signpost.url.CanonicalUrl;
import signpost.web.politeness.HostPace;

/**
 * The URLs we know, when each is next due, and who is visiting one now. Two times: {@code clock}
 * says what is due, {@code wall} how long a lease and a host's delay last. Methods that take a
 * handle join the caller's transaction.
 */
public interface Frontier {

  /**
   * Makes targets known. A known one keeps its due time and state; being placed wins, and so does
   * being a guide's page. One that becomes something more is due when that says, where it was not
   * before, and asked for in full: it may never have been read as that, nor its health been told.
   */
  void watch(Handle handle, Collection<WatchedUrl> targets);

  /** Keeps a target, its kind and its state; findings may no longer be opened for it. */
  void unplace(Handle handle, CanonicalUrl url);

  /**
   * Keeps a known target and its state, of the kind and source and placed as this says and no more.
   * It is asked for in full.
   */
  void demote(Handle handle, WatchedUrl left);

  /** Makes a target due then, or as before if that is earlier, and asks for all of it. */
  void readInFull(Handle handle, CanonicalUrl url, Instant dueAt);

  /** Forgets a target, unless something else still refers to it. */
  boolean forgetUnlessReferred(Handle handle, CanonicalUrl url);

  /** At most {@code most} due targets, each of another host that may be asked now. */
  List<Lease> lease(int most, Instant clock, Instant wall, Duration forHowLong);

  /**
   * Ends a lease: when the target is next due and when its host may next be asked. False when the
   * lease has run out and somebody else may have it: the visit then counts for nothing.
   */
  boolean complete(Handle handle, Lease lease, Instant dueAt, HostAfter host);

  /**
   * Ends a lease without a result, so that one page that cannot be dealt with holds up no other of
   * its host. Nothing happens where the lease has run out.
   */
  void putOff(Lease lease, Instant dueAt, Instant hostNextAllowedAt);

  /** Whether anything could be leased now. */
  boolean anyReady(Instant clock, Instant wall);

  /** Makes a target due now. False where it is not known. */
  boolean runNow(CanonicalUrl url, Instant clock);

  /** Makes targets due now, all in one transaction. Returns how many of them are known. */
  int runNow(Collection<CanonicalUrl> urls, Instant clock);

  /** Makes these due then, unless they are due before or were visited within the hour. */
  void bringForward(Handle handle, Collection<CanonicalUrl> urls, Instant dueAt);

  /** Makes every page of a source due then, on the same terms. */
  void bringSourceForward(Handle handle, String source, Instant dueAt);

  /** Makes every target of a host due now; how many there are. */
  int runHostNow(String host, Instant clock);

  /** Makes every page of a source due now; how many there are. */
  int runSourceNow(String source, Instant clock);

  /**
   * Keeps a host from being visited until then, by the clock; with nothing, until it is resumed.
   * How it was before; nothing where no target is on it.
   */
  Optional<HostPause> pause(String host, Optional<Instant> until);

  /** Lets a host go on. How it was before; nothing where no target is on it. */
  Optional<HostPause> resume(String host);

  /** Due targets, the longest due first. */
  List<DueLine> due(Instant until, int most);

  List<HostLine> hosts(Instant clock, int most);

  /** How many of a source's pages are known. */
  int pagesOf(String source);

  /** Targets due at that time on hosts that are not paused, leased ones included. */
  long dueCount(Instant clock);

  long leasedCount(Instant wall);

  /** When the next target may be visited: it is due, and a pause of its host has run out. */
  Optional<Instant> nextDueAt();

  /** What a visit leaves on its host's row. */
  record HostAfter(
      Instant nextAllowedAt, Optional<String> pace, String lastOutcome, Instant visitedAt) {

    /** How the host may be asked now; empty where nothing is known of that. */
    public Optional<HostPace> known() {
      return pace.map(json -> RecordJson.read(json, HostPace.class));
    }

    /** The same, with the host resting so. */
    public HostAfter resting(HostPace now) {
      return new HostAfter(
          now.nextAllowedAt(), Optional.of(RecordJson.write(now)), lastOutcome, visitedAt);
    }
  }
}
