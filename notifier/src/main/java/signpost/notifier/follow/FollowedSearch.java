package signpost.notifier.follow;

import java.time.Instant;
import java.util.Optional;

/**
 * A search that somebody follows.
 *
 * @param search the query of the results' address, as in {@code q=camhs&nation=Wales}
 * @param words the same for people; empty until it was answered once
 * @param based whether what it found when they began is known
 * @param toldAt when its reader was written to of it last
 */
public record FollowedSearch(
    String id,
    String reader,
    String search,
    String words,
    Instant since,
    boolean based,
    Optional<Instant> toldAt) {
  /** One that is followed from now. */
  public static FollowedSearch from(Instant now, String id, String reader, String search) {
    return new FollowedSearch(id, reader, search, "", now, false, Optional.empty());
  }
}
