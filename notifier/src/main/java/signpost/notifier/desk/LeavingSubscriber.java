package signpost.notifier.desk;

import org.jdbi.v3.core.Handle;
import signpost.notifier.delivery.FeedReaders;
import signpost.notifier.delivery.WebhookEndpoints;
import signpost.notifier.follow.FollowedSearches;
import signpost.notifier.owner.OwnerDirectory;

/** Whoever wants to be told of nothing any more: nothing is kept of them. */
final class LeavingSubscriber {
  private LeavingSubscriber() {}

  /** Lets a subscriber go; returns whether they were one. */
  static boolean leave(Handle handle, String id) {
    boolean known = OwnerDirectory.unsubscribe(handle, id);
    boolean _ = FollowedSearches.endAll(handle, id);
    WebhookEndpoints.remove(handle, id);
    FeedReaders.close(handle, id);
    return known;
  }

  /** Lets them go if they follow nothing and subscribe to nothing. */
  static void leaveIfIdle(Handle handle, String id) {
    if (FollowedSearches.of(handle, id).isEmpty() && OwnerDirectory.isIdle(handle, id)) {
      leave(handle, id);
    }
  }
}
