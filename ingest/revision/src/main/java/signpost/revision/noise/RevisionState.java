package signpost.revision.noise;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.revision.compare.ComparablePage;
import signpost.web.extract.UnreadLines;

/**
 * What is remembered of a page's content: the reading last told, which pieces have come or gone
 * since without being told, which did of late, and which change so often that they do not count.
 *
 * @param standing pieces not as told, and since when they have been seen so without a break
 * @param lately pieces that came or went within a fortnight: should they do so again, the page
 *     swings
 * @param restless how many visits in a row each showed something else
 */
public record RevisionState(
    @JsonProperty(required = true) int revision,
    ComparablePage told,
    Optional<Instant> changedAt,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<SeenPiece> standing,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<SeenPiece> lately,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<VolatilePiece> habits,
    @JsonProperty(required = true) int restless) {
  /** The told version stands for as long as the readings are truncated. */
  static final String DOUBT = "stump";

  public RevisionState {
    Objects.requireNonNull(told, "told");
    Objects.requireNonNull(changedAt, "changedAt");
    standing = List.copyOf(standing);
    lately = List.copyOf(lately);
    habits = List.copyOf(habits);
  }

  public static RevisionState first(ComparablePage reading) {
    return new RevisionState(1, reading, Optional.empty(), List.of(), List.of(), List.of(), 0);
  }

  /** Whether what was read has hardly been the page since then or longer. */
  public boolean isDoubtfulSince(Instant since) {
    return standing.stream().anyMatch(it -> it.key().equals(DOUBT) && !it.at().isAfter(since));
  }

  /** The told version stands; the state remembers that the page could hardly be read. */
  public RevisionState withDoubt(Instant now) {
    boolean known = standing.stream().anyMatch(it -> it.key().equals(DOUBT));
    List<SeenPiece> more = new ArrayList<>(standing);
    if (!known) {
      more.add(new SeenPiece(DOUBT, now));
    }
    return new RevisionState(revision, told, changedAt, more, lately, habits, restless);
  }

  /** The same, with what is shown beside the content now. */
  public RevisionState leaving(Optional<UnreadLines> unread) {
    return unread.equals(told.unread())
        ? this
        : new RevisionState(
            revision, told.leaving(unread), changedAt, standing, lately, habits, restless);
  }

  /** Whether nothing waits to be seen again, and nothing is known to change by itself. */
  public boolean isCalm() {
    return standing.isEmpty() && habits.isEmpty();
  }

  /** The first words of each piece that changes in most visits. */
  public List<String> ignored() {
    return habits.stream()
        .filter(VolatilePiece::restless)
        .map(VolatilePiece::name)
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** A piece that came ("+") or went ("-"), and when. */
  public record SeenPiece(@JsonAlias("fingerprint") String key, Instant at) {
    public SeenPiece {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(at, "at");
    }
  }
}
