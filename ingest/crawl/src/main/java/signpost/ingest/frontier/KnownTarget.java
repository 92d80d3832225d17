package signpost.ingest.frontier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.url.CanonicalUrl;

/**
 * What is known of a target before a visit's result is added. {@code judged} and {@code revised}
 * are the judge's and the reviser's own memories, {@code health} the public state as last told.
 *
 * @param missingFragments fragments of links to it that led nowhere when it was last read
 * @param habit how often it changes, as {@code signpost.ingest.revisit} keeps it
 */
public record KnownTarget(
    CanonicalUrl url,
    TargetKind kind,
    boolean placed,
    Optional<String> source,
    int depth,
    Optional<String> health,
    Optional<String> judged,
    Optional<String> revised,
    Optional<Instant> fullAt,
    List<String> missingFragments,
    Optional<String> habit) {

  /** The same target with these fragments missing. */
  public KnownTarget missing(List<String> fragments) {
    return new KnownTarget(
        url, kind, placed, source, depth, health, judged, revised, fullAt, fragments, habit);
  }
}
