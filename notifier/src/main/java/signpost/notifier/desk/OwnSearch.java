package signpost.notifier.desk;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import signpost.notifier.follow.FollowedSearches;
import signpost.notifier.token.TokenPurpose;

/** A search that somebody follows: the query of its results, and what ends it. */
public record OwnSearch(String search, String token) {
  /** Those of a reader; {@code ends}: until when they can be ended so. */
  static List<OwnSearch> of(AnswerDesk desk, Handle handle, String reader, Instant ends) {
    return FollowedSearches.of(handle, reader).stream()
        .map(it ->
            new OwnSearch(
                it.search(), desk.tokens().issue(TokenPurpose.UNFOLLOW, reader, it.id(), ends)))
        .toList();
  }
}
