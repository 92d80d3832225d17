package signpost.ingest.visit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import signpost.events.Topics;
import signpost.ingest.frontier.Frontier;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.TargetStore;
import signpost.ingest.frontier.WatchedUrl;
import signpost.record.outbox.Outbox;
import signpost.url.CanonicalUrl;

/** Starts and ends the watching of targets, within the caller's transaction. */
@Singleton
public final class TargetWatching {
  private final Frontier frontier;
  private final Outbox outbox;

  public TargetWatching(Frontier frontier, Outbox outbox) {
    this.frontier = frontier;
    this.outbox = outbox;
  }

  /** Watches these too. */
  public void begin(Handle handle, Collection<WatchedUrl> targets) {
    frontier.watch(handle, targets);
  }

  /** Reads a target as soon as its host's turn comes, whether or not it has changed. */
  public void readNow(Handle handle, CanonicalUrl url, Instant now) {
    frontier.readInFull(handle, url, now);
  }

  /** Goes on visiting a target, but for no owner. */
  public void silence(Handle handle, CanonicalUrl url) {
    frontier.unplace(handle, url);
  }

  /** Goes on visiting a target for those who are left, and for nobody else. */
  public void goOn(Handle handle, WatchedUrl left) {
    frontier.demote(handle, left);
  }

  /**
   * No longer watches a target on its own account, because nobody who wants it watched is left; as
   * a link of another page it stays.
   */
  public void end(Handle handle, CanonicalUrl url, Instant at) {
    if (TargetStore.find(handle, url).isEmpty()) {
      return;
    }
    TargetStore.refers(handle, url, List.of()).forEach(link -> endLink(handle, link, at));
    outbox.remove(handle, Topics.PAGES, url.value(), at);
    if (frontier.forgetUnlessReferred(handle, url)) {
      outbox.remove(handle, Topics.HEALTH, url.value(), at);
    }
  }

  /** No longer watches a link that no page holds any more. */
  void endLink(Handle handle, CanonicalUrl url, Instant at) {
    boolean onlyALink =
        TargetStore.find(handle, url).filter(it -> it.kind() == TargetKind.OUTLINK).isPresent();
    if (onlyALink && frontier.forgetUnlessReferred(handle, url)) {
      outbox.remove(handle, Topics.HEALTH, url.value(), at);
    }
  }
}
