package signpost.ingest.listing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.catalogue.Catalogue;
import signpost.catalogue.Guide;
import signpost.catalogue.Placement;
import signpost.catalogue.Section;
import signpost.events.AddressQuestion;
import signpost.events.AddressQuestion.QuestionReason;
import signpost.events.PlacementRef;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.guide.ConfirmedAddress;
import signpost.web.guide.ConfirmedAddress.LineName;

/**
 * A line of a guide whose address is asked about, or was: as it is watched, as the file has it, and
 * what its owner said last.
 */
record AskedLine(
    LineName name,
    Placement watched,
    Optional<Placement> written,
    Optional<ConfirmedAddress> before) {

  /**
   * The line that stands at a place; empty where another stands there, or nothing was ever asked.
   *
   * @param said what owners said of the guide's lines
   */
  static Optional<AskedLine> of(
      Catalogue watched, Catalogue files, List<ConfirmedAddress> said, PlacementRef place) {
    Optional<Guide> guide = watched.guide(place.guide());
    return guide
        .flatMap(it -> name(it, place))
        .flatMap(name ->
            guide
                .flatMap(it -> line(it, name))
                .map(line ->
                    new AskedLine(
                        name,
                        line,
                        files.guide(place.guide()).flatMap(it -> line(it, name)),
                        said.stream().filter(it -> it.line().equals(name)).findFirst())))
        .filter(line -> line.watched().question().isPresent() || line.before().isPresent());
  }

  private static Optional<LineName> name(Guide guide, PlacementRef place) {
    int position = 0;
    for (Section section : guide.sections()) {
      int nth = 0;
      for (Placement line : section.placements()) {
        position++;
        boolean named = line.text().equals(place.text()) && section.title().equals(place.section());
        nth += named ? 1 : 0;
        if (named && position == place.position()) {
          return Optional.of(new LineName(section.title(), line.text(), nth));
        }
      }
    }
    return only(guide, place);
  }

  /** Where lines were put before it, it is known by its words if they stand there once. */
  private static Optional<LineName> only(Guide guide, PlacementRef place) {
    return guide.at(place.section(), place.text()).count() == 1
        ? Optional.of(new LineName(place.section(), place.text(), 1))
        : Optional.empty();
  }

  private static Optional<Placement> line(Guide guide, LineName name) {
    List<Placement> named = guide.at(name.section(), name.text()).toList();
    return name.nth() > named.size() ? Optional.empty() : Optional.of(named.get(name.nth() - 1));
  }

  /** What an answer makes of it; empty where it was given to another question. */
  Optional<ConfirmedAddress> confirmed(AddressAnswer answer, Instant at) {
    Optional<WebUrl> url =
        switch (answer) {
          case AddressAnswer.RightAddress(String asked) -> asked(asked);
          case AddressAnswer.OtherAddress(WebUrl other) -> Optional.of(other);
        };
    return url.map(it ->
        new ConfirmedAddress(
            name, it, written.map(ConfirmedAddress::said).orElse(""), onPage(), at));
  }

  /** Whoever said another address before may come back to the one that was asked about. */
  private Optional<WebUrl> asked(String address) {
    return watched
        .url()
        .filter(it -> CanonicalUrl.identity(it).equals(address))
        .or(() -> before.flatMap(_ -> WebUrl.parse(address)));
  }

  private Optional<WebUrl> onPage() {
    return watched.question().isPresent()
        ? onPage(watched.question().map(AddressQuestion::why).orElseThrow())
        : before.flatMap(ConfirmedAddress::pageSaid);
  }

  private Optional<WebUrl> onPage(QuestionReason why) {
    return switch (why) {
      case FOUND_ON_PAGE, DIFFERS_ON_PAGE, ONLY_ON_PAGE -> watched.url();
      case NOT_ON_PAGE, PROBABLE, UNKNOWN -> Optional.empty();
    };
  }
}
