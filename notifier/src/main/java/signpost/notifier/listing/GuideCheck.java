package signpost.notifier.listing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.PlacementStatus;
import signpost.events.RecordJson;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.url.CanonicalUrl;

/** A guide and what is known of the health of everything in it. */
public record GuideCheck(GuideListed guide, Instant listedAt, List<CheckedPlacement> lines) {
  public GuideCheck {
    lines = List.copyOf(lines);
  }

  /** One placement and its health, where it has been judged. */
  public record CheckedPlacement(
      String section, GuidePlacement placement, Optional<HealthJudged> health) {
    boolean awaited() {
      return placement.resource().isPresent()
          && placement.status() == PlacementStatus.ACTIVE
          && health.filter(Watchlist::isChecked).isEmpty();
    }
  }

  /** Whether everything that is watched has been asked for once. */
  public boolean isComplete() {
    return lines.stream().noneMatch(CheckedPlacement::awaited);
  }

  /** The guide as it stands now; nothing when it is not listed. */
  public static Optional<GuideCheck> of(Handle handle, String guide) {
    return handle
        .select("SELECT listed_at, body FROM guide WHERE id = ?", guide)
        .map((row, _) ->
            of(
                handle,
                RecordJson.read(row.getString("body"), GuideListed.class),
                Instant.ofEpochMilli(row.getLong("listed_at"))))
        .findOne();
  }

  private static GuideCheck of(Handle handle, GuideListed guide, Instant listedAt) {
    List<CheckedPlacement> lines =
        guide.sections().stream()
            .flatMap(section ->
                section.placements().stream()
                    .map(placement -> line(handle, section.title(), placement)))
            .toList();
    return new GuideCheck(guide, listedAt, lines);
  }

  private static CheckedPlacement line(Handle handle, String section, GuidePlacement placement) {
    return new CheckedPlacement(
        section,
        placement,
        placement
            .resource()
            .map(CanonicalUrl::value)
            .flatMap(url -> Watchlist.health(handle, url)));
  }
}
