package signpost.revision.noise;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Counts how often a piece of a page was replaced recently. A piece that is replaced at most visits
 * is noise: a ticker, a quote of the day.
 *
 * @param piece the piece that stands there now
 * @param name the first words that stood there, to show what is ignored; none for a link
 * @param visits a bit for each visit since the first change, the newest lowest: 1 where it changed
 * @param at the newest of those visits
 */
record VolatilePiece(
    String piece, String name, @JsonProperty(required = true) int visits, Instant at) {
  private static final int OFTEN = 3;
  private static final int TWICE = 2;

  /** The bits of fourteen visits. */
  private static final int LATELY = (1 << 14) - 1;

  /** Looking again within so long is the same visit: somebody may be at work on the page. */
  private static final Duration A_VISIT = Duration.ofHours(6);

  VolatilePiece {
    Objects.requireNonNull(piece, "piece");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(at, "at");
  }

  boolean restless() {
    int all = Integer.SIZE - Integer.numberOfLeadingZeros(visits);
    return changes() >= OFTEN && 2 * changes() > all;
  }

  /** Was replaced twice of late: somebody may be at work on it, or it is a quote of the day. */
  boolean unsteady() {
    return !restless() && Integer.bitCount(visits & LATELY) >= TWICE;
  }

  int changes() {
    return Integer.bitCount(visits);
  }

  static VolatilePiece first(PagePiece piece, Instant now) {
    return new VolatilePiece(piece.id(), piece.name(), 1, now);
  }

  VolatilePiece visited(boolean changed, Instant now) {
    return now.isBefore(at.plus(A_VISIT))
        ? this
        : new VolatilePiece(piece, name, visits << 1 | (changed ? 1 : 0), now);
  }

  /** Nothing is left to remember. */
  boolean over() {
    return visits == 0;
  }

  VolatilePiece of(PagePiece other) {
    return new VolatilePiece(other.id(), name, visits, at);
  }
}
