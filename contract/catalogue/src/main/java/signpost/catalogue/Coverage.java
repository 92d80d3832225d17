package signpost.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.url.CanonicalUrl;

/**
 * How much of what a catalogue places is watched, in placements. {@code watched}: told of; {@code
 * probable}: visited, its address not confirmed, never told of as broken; {@code manual}: for a
 * person to check; {@code unknown}: without an address. {@code following}: guides whose placements
 * stand on their live page alone.
 */
public record Coverage(
    int guides,
    int following,
    int placements,
    int watched,
    int probable,
    int manual,
    int unknown,
    int sources) {

  /** Counts what a catalogue places. */
  public static Coverage of(Catalogue catalogue) {
    Map<CanonicalUrl, Resource> resources = catalogue.resources();
    List<CoverageKind> kinds = new ArrayList<>();
    catalogue.guides().stream()
        .flatMap(guide -> guide.sections().stream())
        .flatMap(section -> section.placements().stream())
        .forEach(it -> kinds.add(kind(it, it.resource().map(resources::get))));
    return new Coverage(
        catalogue.guides().size(),
        (int) catalogue.guides().stream().filter(Guide::followsLivePage).count(),
        kinds.size(),
        count(kinds, CoverageKind.WATCHED),
        count(kinds, CoverageKind.PROBABLE),
        count(kinds, CoverageKind.MANUAL),
        count(kinds, CoverageKind.UNKNOWN),
        catalogue.sources().size());
  }

  private enum CoverageKind {
    WATCHED,
    PROBABLE,
    MANUAL,
    UNKNOWN
  }

  /** One active placement of a resource makes all its placements watched. */
  private static CoverageKind kind(Placement placement, Optional<Resource> resource) {
    return switch (resource.map(it -> it.listed().status()).orElse(placement.status())) {
      case ACTIVE -> CoverageKind.WATCHED;
      case MANUAL -> CoverageKind.MANUAL;
      case UNVERIFIED -> resource.isPresent() ? CoverageKind.PROBABLE : CoverageKind.UNKNOWN;
    };
  }

  private static int count(List<CoverageKind> kinds, CoverageKind kind) {
    return (int) kinds.stream().filter(kind::equals).count();
  }

  /** In one sentence. */
  public String inWords() {
    return count(guides, "guide")
        + (following > 0 ? " (" + following + " as its live page says)" : "")
        + " with "
        + count(placements, "placement")
        + ": "
        + watched
        + " watched, "
        + probable
        + " visited but not confirmed, "
        + manual
        + " for a person to check, "
        + unknown
        + " without an address; "
        + count(sources, "source")
        + ".";
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
