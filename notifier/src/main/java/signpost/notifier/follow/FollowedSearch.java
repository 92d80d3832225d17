package signpost.notifier.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A search that somebody follows.
 *
 * @param search the query of the results' address, as in {@code q=camhs&nation=Wales}
 * @param based whether what it found when they began is known
 */
public record FollowedSearch(
    String id,
    String reader,
    String search,
    Instant since,
    boolean based,
    Optional<Instant> toldAt) {
  /** One mail a day is enough of one search. */
  static final Duration BETWEEN_MAILS = Duration.ofDays(1);

  /** What is to be done with what a search finds now. */
  public sealed interface FollowStep {
    /** All of it was there when the reader began: it is not new. */
    record TakeAsKnown() implements FollowStep {}

    /** Nothing is new, or the reader heard of something a short while ago. */
    record Wait() implements FollowStep {}

    /** These are new to the reader. */
    record Tell(List<FoundResource> news) implements FollowStep {
      public Tell {
        news = List.copyOf(news);
      }
    }
  }

  /** What to do now; {@code told}: the addresses that the reader knows of. */
  public FollowStep step(List<FoundResource> found, Set<String> told, Instant now) {
    if (!based) {
      return new FollowStep.TakeAsKnown();
    }
    List<FoundResource> news = found.stream().filter(it -> !told.contains(it.url())).toList();
    boolean early = toldAt.filter(at -> now.isBefore(at.plus(BETWEEN_MAILS))).isPresent();
    return news.isEmpty() || early ? new FollowStep.Wait() : new FollowStep.Tell(news);
  }
}
